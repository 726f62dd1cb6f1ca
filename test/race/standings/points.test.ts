import { describe, expect, it } from 'vitest';
import { tour2023 } from '../../../src/race/rules/presets/tour-2023.ts';
import type { StandingsInput } from '../../../src/race/standings/input.ts';
import { nothingOfficial, withOfficial } from '../../../src/race/standings/official.ts';
import { standings } from '../../../src/race/standings/standings.ts';
import { course, place, rider, START_MS, sheet } from '../../support/race.ts';
import { onRoad, passages, standingsInput } from '../../support/standings.ts';
import { FINISH, runsNow, ttInput, ttSheet } from '../../support/time-trial.ts';

const AT_MS = START_MS + 1_800_000;
const climbing = course({
  elevation: [{ km: 0, altitudeM: 200 }],
  climbs: [{ name: 'Col des Tests', category: '1', summitKm: 80, lengthKm: 8, gradientPct: 7, altitudeM: 1500 }],
});
const mark = (kind: string) => climbing.marks.find((one) => one.kind === kind)!.id;
const totals = {
  points: [
    { bib: '1', points: 100 },
    { bib: '2', points: 90, firsts: [1, 0] },
  ],
  mountain: [{ bib: '3', points: 10, firsts: [0, 1] }],
  teams: [
    { team: 'T01', behindS: 0 },
    { team: 'T02', behindS: 30 },
  ],
};
const today = sheet({
  course: climbing,
  rules: tour2023,
  totals,
  general: ['1', '2', '3', '11', '12', '13'].map((bib, i) => ({ bib, behindS: i * 10 })),
});
const road = onRoad([0, ['1', '2', '3', '11', '12', '13']]);
const after = (over: Partial<StandingsInput> = {}) => standings(standingsInput({ sheet: today, ...road, ...over }));

describe('sprints and summits as they happen', () => {
  const crossed = [
    ...passages(mark('sprint'), AT_MS, ['2', 0], ['1', 0.2], ['3', 0.4]),
    ...passages(mark('summit'), AT_MS + 60_000, ['11', 0], ['3', 5]),
  ];

  it('tells who won what at each line, in the order of the road', () => {
    const { lines } = after({ passages: crossed });
    expect(lines.map((line) => [line.mark, line.state])).toEqual([
      [mark('sprint'), 'unofficial'],
      [mark('summit'), 'unofficial'],
    ]);
    expect(lines[0]!.rows).toMatchObject([
      { rank: 1, bib: '2', points: 20 },
      { rank: 2, bib: '1', points: 17 },
      { rank: 3, bib: '3', points: 15 },
    ]);
    expect(lines[1]!.rows.map(({ bib, mountain }) => [bib, mountain])).toEqual([
      ['11', 10],
      ['3', 8],
    ]);
  });

  it('adds them to the totals', () => {
    const { points, mountain } = after({ passages: crossed });
    expect(points.map(({ bib, points: sum, today: won }) => [bib, sum, won])).toEqual([
      ['1', 117, 17],
      ['2', 110, 20],
      ['3', 15, 15],
    ]);
    expect(mountain).toMatchObject([
      { rank: 1, bib: '3', points: 18, today: 8 },
      { rank: 2, bib: '11', points: 10, today: 10 },
    ]);
  });

  it('an official order of the line replaces ours', () => {
    const official = withOfficial(nothingOfficial, {
      kind: 'line-result',
      atMs: AT_MS,
      mark: mark('sprint'),
      state: 'official',
      rows: [{ bib: '1', behindS: null }],
    });
    const line = after({ passages: crossed, official }).lines[0]!;
    expect(line.state).toBe('official');
    expect(line.rows.map(({ bib, points }) => [bib, points])).toEqual([
      ['1', 20],
      ['2', 17],
      ['3', 15],
    ]);
  });

  it('a rider who gave up keeps what he took from the others, and stands in no classification', () => {
    const places = road.places.map((one) => (one.bib === '2' ? { ...one, status: 'abandoned' as const } : one));
    const { points, lines } = after({ passages: crossed, places });
    expect(points.map(({ bib, points: sum }) => [bib, sum])).toEqual([
      ['1', 117],
      ['3', 15],
    ]);
    expect(lines[0]!.rows[0]!.bib).toBe('2');
  });

  it('a rider who is disqualified takes nothing', () => {
    const places = road.places.map((one) => (one.bib === '2' ? { ...one, status: 'disqualified' as const } : one));
    expect(after({ passages: crossed, places }).lines[0]!.rows[0]).toMatchObject({ bib: '1', points: 20 });
  });

  it('tells what can still be won', () => {
    // A sprint 20, the finish of a flat stage 50, a first-category summit 10, and 10 s at the finish.
    expect(after().toWin).toEqual({ points: 70, mountain: 10, bonusS: 10 });
    // The fourth place at the sprint, 13, and the third at the summit, 6, are left.
    expect(after({ passages: crossed }).toWin).toEqual({ points: 63, mountain: 6, bonusS: 10 });
  });

  it('nothing can be won at a line that all have crossed, or whose order is official', () => {
    const all = [...passages(mark('sprint'), AT_MS, ...today.general.map(({ bib }, i) => [bib, i] as const))];
    expect(after({ passages: all }).toWin).toEqual({ points: 50, mountain: 10, bonusS: 10 });
    const rows = ['2', '1', '3'].map((bib) => ({ bib, behindS: null }));
    const told = { kind: 'line-result', atMs: AT_MS, mark: mark('sprint'), state: 'official', rows } as const;
    const official = withOfficial(nothingOfficial, told);
    expect(after({ passages: crossed, official }).toWin).toMatchObject({ points: 50 });
  });

  it('against the clock the whole prize is left as long as one is to come', () => {
    const rides = ['1', '2', '3'].map((bib, i) => ({ bib, startS: i * 60, mps: 12 }));
    const toWinAt = (second: number) => {
      const clock = ttInput(rides, second, { sheet: ttSheet(rides, 'time-trial', { rules: tour2023 }) });
      const { lines, toWin } = standings(standingsInput({ ...clock, timeTrial: runsNow(clock) }));
      return { come: lines.flatMap(({ rows }) => rows).length, points: toWin.points };
    };
    const tookS = FINISH.distanceM / 12;
    expect(toWinAt(tookS - 10)).toEqual({ come: 0, points: 20 });
    expect(toWinAt(tookS + 70)).toEqual({ come: 2, points: 20 });
    expect(toWinAt(tookS + 130)).toEqual({ come: 3, points: 0 });
  });

  it('separates equal points by stages won', () => {
    const equal = { ...totals, points: totals.points.map((one) => ({ ...one, points: 100 })) };
    expect(after({ sheet: { ...today, totals: equal } }).points.map(({ bib }) => bib)).toEqual(['2', '1']);
  });

  it('separates what is still equal by the general classification', () => {
    const equal = ['1', '2', '11'].map((bib) => ({ bib, points: 50 }));
    const general = ['11', '2', '1'].map((bib, i) => ({ bib, behindS: i * 10 }));
    const { points } = after({ sheet: { ...today, general, totals: { ...totals, points: equal } } });
    expect(points.map(({ bib }) => bib)).toEqual(['11', '2', '1']);
  });

  it('against the clock gives nothing to the first over a summit', () => {
    const againstClock = { ...today, info: { ...today.info, type: 'time-trial' as const } };
    expect(after({ sheet: againstClock, passages: crossed }).lines).toEqual([]);
  });

  it('is no classification where only another one of earlier stages is known', () => {
    for (const general of [today.general, []]) {
      const { points, mountain } = after({
        sheet: { ...today, general, totals: { mountain: totals.mountain } },
        passages: crossed,
      });
      expect([points, mountain.length > 0]).toEqual([[], true]);
    }
  });

  it("is no classification where the totals of a race's earlier stages are not known", () => {
    const { totals: _, ...unknown } = today;
    expect(after({ sheet: unknown, passages: crossed })).toMatchObject({ points: [], mountain: [], teams: [] });
    const firstDay = after({ sheet: { ...unknown, general: [] }, passages: crossed });
    expect(firstDay.points.map(({ bib, points }) => [bib, points])).toEqual([
      ['2', 20],
      ['1', 17],
      ['3', 15],
    ]);
  });
});

describe('young riders', () => {
  it('are 25 at most in the year of the race: for 2026, born in 2001 or later', () => {
    const born = new Map([
      ['1', '2000-12-31'],
      ['2', '2001-01-01'],
      ['11', '2004-05-05'],
    ]);
    const riders = new Map([...today.riders].map(([bib]) => [bib, rider(bib, { born: born.get(bib) ?? null })]));
    const { young } = after({ sheet: { ...today, riders }, ...onRoad([0, ['11']], [40, ['1', '2', '3', '12', '13']]) });
    expect(young.map(({ rank, bib, behindS, moved }) => [rank, bib, behindS, moved])).toEqual([
      [1, '11', 0, 1],
      [2, '2', 20, -1],
    ]);
  });
});

describe('teams', () => {
  it('are ranked by the sum of their three best times of the stage, on what they had before', () => {
    // T01 loses 3 x 20 s on T02 and led it by 30.
    const { teams } = after(onRoad([0, ['11', '12', '13']], [20, ['1', '2', '3']]));
    expect(teams).toEqual([
      { rank: 1, team: 'T02', behindS: 0 },
      { rank: 2, team: 'T01', behindS: 30 },
    ]);
  });

  it('count only the three best', () => {
    const { teams } = after(onRoad([0, ['11', '12', '13']], [20, ['1', '2', '3']], [500, ['14']], [600, ['4']]));
    expect(teams[1]).toEqual({ rank: 2, team: 'T01', behindS: 30 });
  });

  it('are left out with fewer than three riders whose gap is known', () => {
    const { teams } = after({
      places: [...road.places.slice(0, 5), place('13', { tracker: 'off' })],
      groups: road.groups,
    });
    expect(teams.map(({ team }) => team)).toEqual(['T01']);
  });
});
