import { describe, expect, it } from 'vitest';
import type { LineResultEvent, Ripeness } from '../../../src/race/event.ts';
import { tour2023 } from '../../../src/race/rules/presets/tour-2023.ts';
import type { StandingsInput } from '../../../src/race/standings/input.ts';
import { nothingOfficial, withIncident, withOfficial } from '../../../src/race/standings/official.ts';
import { standings } from '../../../src/race/standings/standings.ts';
import { course, group, place, START_MS, sheet } from '../../support/race.ts';
import { onRoad, passages, standingsInput } from '../../support/standings.ts';

const AT_MS = START_MS + 1_800_000;
const flat = sheet({ course: course({ elevation: [{ km: 0, altitudeM: 200 }] }), rules: tour2023 });
const FINISH = flat.course.marks.find(({ kind }) => kind === 'finish')!.id;
const bunch = passages(
  FINISH,
  AT_MS,
  ['3', 0],
  ['1', 0.3],
  ['2', 0.9],
  ['4', 1.7],
  ['5', 2.9],
  ['6', 3.1],
  ['7', 6.5],
  ['8', 6.9],
);
const all = ['1', '2', '3', '4', '5', '6', '7', '8'].map((bib) => place(bib));
const stage = (over: Partial<StandingsInput> = {}) =>
  standings(standingsInput({ sheet: flat, places: all, passages: bunch, atMs: AT_MS + 60_000, ...over })).stage;
const result = (
  state: Ripeness,
  rows: readonly (readonly [string, number | null])[],
  atMs = AT_MS,
): LineResultEvent => ({
  kind: 'line-result',
  atMs,
  mark: FINISH,
  state,
  rows: rows.map(([bib, behindS]) => ({ bib, behindS })),
});

describe('the stage as it stands', () => {
  it('on the road is the order of the road, live', () => {
    const rows = stage({ ...onRoad([0, ['4', '2']], [31, ['1']]), passages: [], atMs: AT_MS });
    expect(rows).toMatchObject([
      { rank: 1, bib: '4', gapS: 0, state: 'live' },
      { rank: 2, bib: '2', gapS: 0, state: 'live' },
      { rank: 3, bib: '1', gapS: 31, state: 'live', origin: 'gps' },
    ]);
  });

  it('at the line gives time gaps by the rule: three seconds on a flat stage of the Tour', () => {
    expect(stage().map(({ bib, gapS }) => [bib, gapS])).toEqual([
      ['3', 0],
      ['1', 0],
      ['2', 0],
      ['4', 0],
      ['5', 0],
      ['6', 0],
      ['7', 6],
      ['8', 6],
    ]);
    const hilly = { ...flat, info: { ...flat.info, type: 'hilly' as const } };
    expect(stage({ sheet: hilly }).map(({ gapS }) => gapS)).toEqual([0, 0, 0, 0, 2, 2, 6, 6]);
  });

  it('places who has finished before who is on the road', () => {
    const road = onRoad([12, ['2', '4']]);
    const places = [place('3'), place('1'), ...road.places];
    const rows = stage({ ...road, places, passages: bunch.slice(0, 2), atMs: AT_MS + 9000 });
    expect(rows.map(({ bib, state }) => [bib, state])).toEqual([
      ['3', 'unofficial'],
      ['1', 'unofficial'],
      ['2', 'live'],
      ['4', 'live'],
    ]);
  });

  it('gives nobody on the road less than the time since the winner', () => {
    const road = onRoad([12, ['2', '4']]);
    const places = [place('3'), ...road.places];
    const rows = stage({ ...road, places, passages: bunch.slice(0, 1), atMs: AT_MS + 40_000 });
    expect(rows.map(({ gapS }) => gapS)).toEqual([0, 40, 40]);
  });

  it('keeps the time of the company for bad luck in the last 3 km, never the place', () => {
    const groups = [group({ bibs: ['3', '1', '2', '8'] })];
    const unlucky = { kind: 'incident', atMs: AT_MS, bib: '8', cause: 'puncture' } as const;
    const official = withIncident(nothingOfficial, unlucky, groups, flat.course.lengthM - 2000);
    expect(stage({ official }).at(-1)).toMatchObject({ rank: 8, bib: '8', gapS: 0 });
    const early = withIncident(nothingOfficial, unlucky, groups, flat.course.lengthM - 3001);
    expect(stage({ official: early }).at(-1)).toMatchObject({ bib: '8', gapS: 6 });
  });

  it('on a circuit is over on the last lap only', () => {
    const { course: road } = flat;
    const laps = { fromM: 0, lengthM: road.lengthM / 5, count: 5 };
    const onLap = (lap: number) => bunch.map((one) => ({ ...one, lap }));
    const stateOn = (lap: number) => stage({ sheet: { ...flat, course: { ...road, laps } }, passages: onLap(lap) });
    expect(stateOn(4)).toEqual([]);
    expect(stateOn(5)).toHaveLength(8);
  });

  it('does not classify who is disqualified', () => {
    const places = all.map((one) => (one.bib === '3' ? { ...one, status: 'disqualified' as const } : one));
    expect(stage({ places })[0]).toMatchObject({ bib: '1', gapS: 0 });
  });
});

describe('results ripen', () => {
  it('what was told goes first, in its own order and state; the others follow', () => {
    const official = withOfficial(
      nothingOfficial,
      result('provisional', [
        ['1', 0],
        ['3', 0],
      ]),
    );
    expect(stage({ official }).slice(0, 3)).toMatchObject([
      { rank: 1, bib: '1', state: 'provisional' },
      { rank: 2, bib: '3', state: 'provisional' },
      { rank: 3, bib: '2', state: 'unofficial' },
    ]);
  });

  it('takes our gaps where only an order was told', () => {
    const official = withOfficial(
      nothingOfficial,
      result('official', [
        ['3', null],
        ['8', null],
      ]),
    );
    expect(stage({ official })[1]).toMatchObject({ bib: '8', gapS: 6, state: 'official' });
  });

  it('is never replaced by something less ripe, nor by something older', () => {
    const official = withOfficial(nothingOfficial, result('official', [['1', 0]], AT_MS + 10));
    expect(withOfficial(official, result('provisional', [['3', 0]], AT_MS + 20))).toBe(official);
    expect(withOfficial(official, result('official', [['3', 0]], AT_MS + 10))).toBe(official);
    expect(withOfficial(official, result('official', [['3', 0]], AT_MS + 20)).lines.get(FINISH)?.rows[0]?.bib).toBe(
      '3',
    );
  });

  it('names nobody twice, and nobody who is not in the race', () => {
    const rows = [
      ['999', 0],
      ['1', 0],
      ['1', 4],
      ['3', 5],
    ] as const;
    const official = withOfficial(nothingOfficial, result('official', rows));
    expect(stage({ official }).slice(0, 3)).toMatchObject([{ bib: '1', gapS: 0 }, { bib: '3', gapS: 5 }, { bib: '2' }]);
    const general = { kind: 'classification', atMs: AT_MS, of: 'general', state: 'official' } as const;
    const told = withOfficial(official, { ...general, rows: rows.map(([bib, value]) => ({ bib, value })) });
    const after = standings(standingsInput({ sheet: flat, places: all, passages: bunch, official: told }));
    expect(after.general.map(({ bib, behindS }) => [bib, behindS])).toEqual([
      ['1', 0],
      ['3', 5],
    ]);
  });

  it('a penalty told twice counts once', () => {
    const penalty = { kind: 'time-penalty', atMs: AT_MS, bib: '4', seconds: 10 } as const;
    const once = withOfficial(nothingOfficial, penalty);
    expect(withOfficial(once, penalty)).toEqual(once);
  });

  it('a classification after the stage goes first, with its state; places won are still told', () => {
    const general = [
      { bib: '1', behindS: 0 },
      { bib: '2', behindS: 5 },
      { bib: '3', behindS: 9 },
    ];
    const official = withOfficial(nothingOfficial, {
      kind: 'classification',
      atMs: AT_MS,
      of: 'general',
      state: 'official',
      rows: [
        { bib: '2', value: 0 },
        { bib: '1', value: 1 },
      ],
    });
    const after = standings(standingsInput({ sheet: { ...flat, general }, places: all, passages: bunch, official }));
    expect(after.states).toEqual({ general: 'official', young: 'live', points: 'live', mountain: 'live' });
    expect(after.general.map(({ bib, behindS, moved }) => [bib, behindS, moved]).slice(0, 2)).toEqual([
      ['2', 0, 1],
      ['1', 1, -1],
    ]);
    expect(after.general[2]).toMatchObject({ rank: 3, bib: '3' });
  });
});
