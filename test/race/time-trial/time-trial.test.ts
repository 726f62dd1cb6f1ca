import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Start } from '../../../src/race/sheet.ts';
import { roadRecords } from '../../../src/race/time-trial/road-records.ts';
import { noStartsTold, startTimes, withStarts } from '../../../src/race/time-trial/start-times.ts';
import { START_MS, sheet } from '../../support/race.ts';
import { FINISH, type Ride, runsNow, SPLIT, ttInput, ttSheet } from '../../support/time-trial.ts';

/** 20 km at 12.5, 12.8 and 13 m/s: 1600, 1562.5 and 1538.46 s; a fourth rider starts last. */
const RIDES: readonly Ride[] = [
  { bib: '1', startS: 0, mps: 12.5 },
  { bib: '11', startS: 60, mps: 12.8 },
  { bib: '2', startS: 120, mps: 13 },
  { bib: '12', startS: 3000, mps: 12 },
];

/** As on air: asked once a second, with records that last. */
function ridden(rides: readonly Ride[], untilS: number, stepS = 1) {
  const records = roadRecords(FINISH.distanceM);
  for (let atS = 0; atS < untilS; atS += stepS) runsNow(ttInput(rides, atS, { records }));
  return runsNow(ttInput(rides, untilS, { records }))!;
}

const runOf = (bib: string, untilS: number) => ridden(RIDES, untilS, 20).runs.find((run) => run.bib === bib)!;

const toldByFeed = (starts: readonly Start[]) =>
  startTimes(ttSheet(RIDES), withStarts(noStartsTold, { kind: 'start-order', from: 'feed', starts }), new Map());

describe('a time trial', () => {
  it('is none on a road stage, nor without a start order', () => {
    expect(runsNow(ttInput(RIDES, 0, { sheet: sheet() }))).toBeNull();
    expect(runsNow(ttInput(RIDES, 0, { sheet: { ...ttSheet(RIDES), starts: [] } }))).toBeNull();
  });

  it('has its start order by time; a newer one replaces the sheet', () => {
    expect(ridden(RIDES, 0).starts.map(({ bib }) => bib)).toEqual(['1', '11', '2', '12']);
    const starts = [
      { bib: '2', startMs: START_MS + 60_000 },
      { bib: '1', startMs: START_MS + 120_000 },
      { bib: '999', startMs: START_MS },
    ];
    expect(runsNow(ttInput(RIDES, 0, { starts: toldByFeed(starts) }))?.starts.map(({ bib }) => bib)).toEqual([
      '2',
      '1',
    ]);
  });

  it('knows who waits, rides, has finished and is out', () => {
    const input = ttInput(RIDES, 1610);
    const places = input.places.map((one) => (one.bib === '11' ? { ...one, status: 'abandoned' as const } : one));
    expect(runsNow({ ...input, places })!.runs.map(({ bib, state }) => [bib, state])).toEqual([
      ['1', 'finished'],
      ['11', 'out'],
      ['2', 'running'],
      ['12', 'waiting'],
    ]);
  });
});

describe('splits', () => {
  it('have time, rank and the difference to the best of the others', () => {
    // 10 km: 800, 781.25 and 769.23 s.
    expect(runOf('1', 805).splits).toEqual([{ mark: SPLIT.id, timeS: 800, origin: 'timed', rank: 1, deltaS: 0 }]);
    expect(runOf('11', 850).splits[0]).toMatchObject({ rank: 1, deltaS: -18.75 });
    expect(runOf('1', 850).splits[0]).toMatchObject({ rank: 2, deltaS: 18.75 });
    expect(runOf('2', 900).splits[0]!.deltaS).toBeCloseTo(769.231 - 781.25, 2);
    expect(runOf('1', 900).splits[0]!.rank).toBe(3);
  });

  it('the finish is the last of them', () => {
    const { splits, finishS } = runOf('2', 1700);
    expect(finishS).toBeCloseTo(1538.462, 2);
    expect(splits.map(({ mark, rank }) => [mark, rank])).toEqual([
      [SPLIT.id, 1],
      [FINISH.id, 1],
    ]);
  });

  it('of a rider who is out are in no table', () => {
    const input = ttInput(RIDES, 900);
    const places = input.places.map((one) => (one.bib === '2' ? { ...one, status: 'disqualified' as const } : one));
    const { runs } = runsNow({ ...input, places })!;
    expect(runs.find(({ bib }) => bib === '2')!.splits).toEqual([]);
    expect(runs.find(({ bib }) => bib === '11')!.splits[0]).toMatchObject({ rank: 1, deltaS: -18.75 });
  });

  it('rank everybody who has passed, the better time never worse', () => {
    const rides = fc.array(fc.integer({ min: 1000, max: 1600 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rides, (speeds) => {
        const all = speeds.map((cmps, i) => ({ bib: `${i + 1}`, startS: i * 60, mps: cmps / 100 }));
        const at = runsNow(ttInput(all, 4000))!.runs.map(({ splits }) => splits[1]!);
        expect(at.map(({ rank }) => rank).sort((a, b) => a - b)).toEqual(all.map((_, i) => i + 1));
        const byRank = at.toSorted((a, b) => a.rank - b.rank).map(({ timeS }) => timeS);
        expect(byRank).toEqual(byRank.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('the virtual gap between splits', () => {
  it('is the time at the same point of the road against the best there', () => {
    // After 400 s bib 2 is at 5200 m; bib 11 passed there 406.25 s after his start.
    const { virtualGap } = ridden(RIDES, 520).runs.find(({ bib }) => bib === '2')!;
    expect(virtualGap?.value).toBeCloseTo(400 - 406.25, 1);
    expect(virtualGap).toMatchObject({ origin: 'gps', atMs: START_MS + 520_000 });
  });

  it('is behind, positive, for the slower', () => {
    const { virtualGap } = ridden(RIDES, 3500, 5).runs.find(({ bib }) => bib === '12')!;
    expect(virtualGap?.value).toBeCloseTo(500 - 6000 / 13, 1);
  });

  it('is not known for the first rider, nor for one whose tracker is silent, and ends with the run', () => {
    expect(ridden(RIDES, 50).runs[0]!.virtualGap).toBeNull();
    expect(runOf('2', 1700).virtualGap).toBeNull();
    const silent = ttInput(RIDES, 520);
    const places = silent.places.map((one) => (one.bib === '2' ? { ...one, tracker: 'silent' as const } : one));
    expect(runsNow({ ...silent, places })!.runs.find(({ bib }) => bib === '2')!.virtualGap).toBeNull();
  });

  it('is the same whether asked once a second or only now', () => {
    const often = ridden(RIDES, 900);
    const once = runsNow(ttInput(RIDES, 900))!;
    expect(once).toEqual(often);
  });

  it('is not against a rider who is out', () => {
    const records = roadRecords(FINISH.distanceM);
    runsNow(ttInput(RIDES, 500, { records }));
    const input = ttInput(RIDES, 520, { records });
    const places = input.places.map((one) => (one.bib === '11' ? { ...one, status: 'disqualified' as const } : one));
    const { runs } = runsNow({ ...input, places })!;
    expect(runs.find(({ bib }) => bib === '2')!.virtualGap?.value).toBeCloseTo(400 - 416, 1);
  });

  it('follows a corrected start time, of the rider and of those compared with him', () => {
    const records = roadRecords(FINISH.distanceM);
    runsNow(ttInput(RIDES, 500, { records }));
    const starts = ttSheet(RIDES).starts!.map((one) =>
      one.bib === '11' ? { ...one, startMs: one.startMs + 10_000 } : one,
    );
    runsNow(ttInput(RIDES, 520, { records, starts: toldByFeed(starts) }));
    const { runs } = runsNow(ttInput(RIDES, 520, { records, starts: toldByFeed(starts) }))!;
    expect(runs.find(({ bib }) => bib === '2')!.virtualGap?.value).toBeCloseTo(400 - 396.25, 1);
  });
});

describe('a run from a start that was only recovered', () => {
  const recovered = (bibs: readonly string[]) =>
    ttInput(RIDES, 0).starts.map((start) => ({ ...start, recovered: bibs.includes(start.bib) }));
  const at = (atS: number, bibs: readonly string[]) => {
    const records = roadRecords(FINISH.distanceM);
    const input = ttInput(RIDES, atS, { records, starts: recovered(bibs) });
    return runsNow(input)!.runs;
  };

  it('has times that are estimates, although a line timed them; others have not', () => {
    const [first, second] = at(1700, ['1']);
    expect([first!.finishOrigin, ...first!.splits.map(({ origin }) => origin)]).toEqual([
      'estimated',
      'estimated',
      'estimated',
    ]);
    expect([second!.finishOrigin, ...second!.splits.map(({ origin }) => origin)]).toEqual(['timed', 'timed', 'timed']);
  });

  it('makes the gaps of those estimates who are compared with it', () => {
    const origins = (bibs: readonly string[]) => {
      const run = at(3500, bibs).find(({ bib }) => bib === '12')!;
      return [run.virtualGap, run.toBestFinisher, run.toHotSeat].map((one) => one!.origin);
    };
    expect(origins([])).toEqual(['gps', 'gps', 'gps']);
    expect(origins(['1'])).toEqual(['estimated', 'estimated', 'gps']);
    expect(origins(['2'])).toEqual(['estimated', 'estimated', 'estimated']);
  });
});

describe('the comparisons of a rider on the road', () => {
  /** Bib 1 was the faster to half way, bib 11 at the finish; bib 12 is at 6 km, 500 s after his start. */
  const halves = (bib: string, distanceM: number): number | null => {
    const [firstMps, secondMps] = bib === '1' ? [14, 10] : [12, 14];
    const rideS = Math.min(distanceM, 10_000) / firstMps + Math.max(0, distanceM - 10_000) / secondMps;
    return START_MS + ((bib === '1' ? 0 : 60) + rideS) * 1000;
  };
  const rides = RIDES.filter(({ bib }) => bib !== '2');

  it('are to whoever finished and was fastest as far as here, and to the hot seat here', () => {
    const input = ttInput(rides, 3500);
    const passages = input.passages.map((one) => ({
      ...one,
      atMs: halves(one.bib, one.mark === SPLIT.id ? 10_000 : 20_000)!,
    }));
    const timeAt = (bib: string, distanceM: number) =>
      bib === '12' ? input.timeAt(bib, distanceM) : halves(bib, distanceM);
    const trial = runsNow({ ...input, passages, timeAt })!;
    expect(trial.hotSeat?.bib).toBe('11');
    const run = trial.runs.find(({ bib }) => bib === '12')!;
    expect(run.toBestFinisher?.value).toBeCloseTo(500 - 6000 / 14, 1);
    expect(run.toHotSeat?.value).toBeCloseTo(500 - 6000 / 12, 1);
  });

  it('are not to finishers before anybody has finished, nor once he has himself', () => {
    const compared = (bib: string, atS: number) => {
      const run = ridden(RIDES, atS, 20).runs.find((one) => one.bib === bib)!;
      return [run.toBestFinisher, run.toHotSeat].map((one) => one !== null);
    };
    expect(compared('2', 520)).toEqual([false, false]);
    expect(compared('12', 3500)).toEqual([true, true]);
    expect(compared('2', 1700)).toEqual([false, false]);
  });
});

describe('the hot seat', () => {
  it('is empty before the first arrival, then of the best, from when he came', () => {
    expect(ridden(RIDES, 1500, 20).hotSeat).toBeNull();
    expect(ridden(RIDES, 1605, 20).hotSeat).toEqual({ bib: '1', sinceMs: START_MS + 1_600_000 });
    expect(ridden(RIDES, 1640, 20).hotSeat).toEqual({ bib: '11', sinceMs: START_MS + 1_622_500 });
    expect(ridden(RIDES, 5000, 20).hotSeat).toEqual({ bib: '2', sinceMs: START_MS + 1_658_462 });
  });
});
