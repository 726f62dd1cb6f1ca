import type { Race } from '../../src/race/race.ts';
import type { Run } from '../../src/race/time-trial/run.ts';
import type { Reading } from '../../src/race/units.ts';
import { place, START_MS } from '../support/race.ts';
import { breakaway } from './tower.ts';

export const reading = (value: number, origin: Reading['origin'] = 'gps'): Reading => ({
  value,
  atMs: START_MS,
  origin,
});

export const run = (bib: string, over: Partial<Run>): Run => ({
  bib,
  startMs: START_MS,
  recovered: false,
  state: 'running',
  splits: [],
  virtualGap: null,
  toBestFinisher: null,
  toHotSeat: null,
  finishS: null,
  finishOrigin: null,
  ...over,
});

export const finisher = (bib: string, finishS: number): Run =>
  run(bib, { state: 'finished', finishS, finishOrigin: 'timed' });

/** A time trial: finishers in order, then riders on the course; all others wait. */
export function trial(finishers: readonly Run[], riding: readonly Run[], late: readonly string[] = []): Race {
  const bestS = finishers[0]?.finishS ?? 0;
  const places = [
    ...finishers.map(({ bib, finishS }, i) => {
      const finish = { ...reading(finishS! - bestS, 'timed'), atMs: START_MS + finishS! * 1000 };
      return place(bib, { rank: i + 1, status: 'finished', finish });
    }),
    ...riding.map(({ bib }, i) => place(bib, { rank: i + 9, tracker: late.includes(bib) ? 'late' : 'live' })),
    place('98', { rank: 50 }),
  ];
  const stage = finishers.map(({ bib, finishS }, i) => ({
    rank: i + 1,
    bib,
    gapS: finishS! - bestS,
    origin: 'timed' as const,
    state: 'unofficial' as const,
  }));
  const runs = [...finishers, ...riding, run('98', { state: 'waiting' })];
  return {
    ...breakaway,
    sheet: { ...breakaway.sheet, info: { ...breakaway.sheet.info, type: 'time-trial' } },
    groups: [],
    places,
    standings: { ...breakaway.standings, stage },
    confirmed: ['finish'],
    timeTrial: { starts: runs, runs, teams: [], hotSeat: null },
  };
}
