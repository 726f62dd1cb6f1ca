import { expect, it } from 'vitest';
import type { GroupChange } from '../../../src/race/groups/past.ts';
import { riders } from '../../support/race.ts';
import { groupOf, type Ride, raceDay } from '../../support/race-day.ts';

const bibs = [...riders(16).keys()];
const MPS = 10;

/** Places of a rider who is so many metres ahead of the peloton at seconds of the day, and in between evenly. */
const ahead =
  (slot: number, ...knots: readonly (readonly [second: number, aheadM: number])[]): Ride =>
  (second) => {
    const next = knots.findIndex(([at]) => at > second);
    const [a, b] = next < 0 ? [knots.at(-1)!, knots.at(-1)!] : [knots[Math.max(0, next - 1)]!, knots[next]!];
    const share = b[0] > a[0] ? Math.min(1, Math.max(0, (second - a[0]) / (b[0] - a[0]))) : 0;
    return 5000 + MPS * second + a[1] + share * (b[1] - a[1]) - slot * 2;
  };

/**
 * Five ride away from 1000 s on, to 60 s. From 3000 s on two of them fall back to 30 s, and are caught at 4000 s; the
 * three are caught at 6000 s.
 */
const day = () =>
  raceDay(
    new Map(
      bibs.map((bib, i) => {
        if (i >= 5) return [bib, ahead(i, [0, 0])];
        const end =
          i < 3
            ? ([
                [5000, 600],
                [6000, 0],
              ] as const)
            : ([
                [3000, 600],
                [3200, 300],
                [4000, 0],
              ] as const);
        return [bib, ahead(i, [0, 0], [1000, 0], [1200, 600], ...end)];
      }),
    ),
    { riders: riders(16) },
  );

const told = ({ kind, group, riders, ...change }: GroupChange) =>
  [kind, group, riders, 'from' in change ? change.from : change.into] as const;

it('tells what groups were formed from and merged into, when and where', () => {
  const road = day();
  const peloton = groupOf(road.until(900, 4), bibs[9]!)!.id;
  const breakId = groupOf(road.until(2000, 4), bibs[0]!)!.id;
  const chase = groupOf(road.until(3400, 4), bibs[4]!)!.id;
  const { lineage } = road.until(6300, 4).past;
  expect(lineage.map(told)).toEqual([
    ['formed', peloton, 16, []],
    ['formed', breakId, 5, [peloton]],
    ['formed', chase, 2, [breakId]],
    ['merged', chase, 2, [peloton]],
    ['merged', breakId, 3, [peloton]],
  ]);
  const at = (change: GroupChange) => [(change.atMs - road.atMs(0)) / 1000, change.distanceM] as const;
  const [formedS, formedM] = at(lineage[1]!);
  expect(formedS).toBeGreaterThan(1020);
  expect(formedS).toBeLessThan(1060);
  expect(formedM).toBeCloseTo(5000 + formedS * MPS + ((formedS - 1000) / 200) * 600, -1);
  expect(at(lineage[4]!)[0]).toBeGreaterThan(5900);
  expect(at(lineage[4]!)[0]).toBeLessThan(6030);
});

it('keeps the gap of neighbours by kilometre, for 15 km, as long as both stay as they are', () => {
  const road = day();
  const before = road.until(2900, 4).past.gaps;
  expect(before).toHaveLength(1);
  expect(before[0]!.points.at(-1)).toMatchObject({ km: 33, origin: 'gps' });
  expect(before[0]!.points.map(({ km }) => km)).toEqual(Array.from({ length: 15 }, (_, i) => 19 + i));
  // From the fifth of the break to the first of the peloton: 602 m at 10 m/s.
  for (const { value } of before[0]!.points) expect(value).toBeCloseTo(60.2, 1);
  const after = road.until(3500, 4).past.gaps;
  expect(after.map(({ points }) => points[0]!.km)).toEqual([36, 35]);
  expect(after[1]!.previous).toBe(after[0]!.group);
  // The chase was caught: the break is the peloton's neighbour again, and their gap begins anew.
  expect(road.until(4300, 4).past.gaps[0]!.points[0]!.km).toBeGreaterThanOrEqual(44);
});

it('moves with the clock of the race', () => {
  const road = day();
  const { lineage, gaps } = road.until(2000, 4).past;
  road.tell({ kind: 'clock-moved', byMs: 60_000 });
  const moved = road.engine.race(road.atMs(2060))!.past;
  expect(moved.lineage.map(({ atMs }) => atMs)).toEqual(lineage.map(({ atMs }) => atMs + 60_000));
  expect(moved.gaps[0]!.points[0]!.atMs).toBe(gaps[0]!.points[0]!.atMs + 60_000);
});

it('is the same object while nothing is new', () => {
  const road = day();
  const { past } = road.until(2024, 4);
  expect(road.until(2028, 4).past).toBe(past);
});
