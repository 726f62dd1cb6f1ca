import { describe, expect, it } from 'vitest';
import type { Race } from '../../../src/race/race.ts';
import { sheet } from '../../support/race.ts';
import { placeOf, type Ride, raceDay } from '../../support/race-day.ts';
import { fixAt, frame } from '../../support/ride.ts';

const bibs = [...sheet().riders.keys()];

/** Seconds and speeds of the front, straight lines between: a valley, a climb of 4 km, a descent, a valley. */
const paces = [
  [0, 11],
  [400, 11],
  [440, 5],
  [1200, 5],
  [1290, 14],
  [1600, 14],
  [1640, 11],
  [3000, 11],
] as const;

const places: number[] = [1500];
for (let i = 1; i < paces.length; i += 1) {
  const [[fromS, fromMps], [toS, toMps]] = [paces[i - 1]!, paces[i]!];
  for (let s = fromS; s < toS; s += 1)
    places.push(places.at(-1)! + fromMps + ((s + 0.5 - fromS) / (toS - fromS)) * (toMps - fromMps));
}

/** Where the front is. Before its first second it came at the pace of the valley. */
const way = (s: number): number => {
  if (s < 0) return 1500 + s * 11;
  const low = Math.floor(s);
  return places[low]! + (s - low) * ((places[low + 1] ?? places[low]!) - places[low]!);
};

/** The same way, so many seconds later; silent between two moments. */
const late =
  (behindS: number, silent: readonly [number, number] = [0, 0]): Ride =>
  (s) =>
    s > silent[0] && s < silent[1] ? null : way(s - behindS);

const worstGap = (race: Race, behind: ReadonlyMap<string, number>): number =>
  Math.max(
    ...race.places
      .filter(({ rank, bib }) => rank !== null && behind.has(bib))
      .map(({ bib, gapS }) => Math.abs(gapS! - behind.get(bib)!)),
  );

/** Two in front, a bunch, a rider behind it, two far behind. */
const behindOf = (aheadS: number): Map<string, number> =>
  new Map(bibs.map((bib, i) => [bib, i < 2 ? i * 0.2 : i < 13 ? aheadS + i * 0.2 : i < 14 ? aheadS + 60 : 240]));

describe('a rider whose tracker is silent', () => {
  it('for 34 minutes over a climb, in a bunch that is heard, is never first on that road', () => {
    for (const stepS of [1, 6]) {
      const behind = behindOf(0);
      const rides = new Map([...behind].map(([bib, behindS]) => [bib, late(behindS)]));
      rides.set(bibs[4]!, late(behind.get(bibs[4]!)!, [60, 60 + 34 * 60]));
      const day = raceDay(rides);
      for (let s = 306; s <= 2520; s += 42) expect(worstGap(day.until(s, stepS), behind), `${s} s`).toBeLessThan(1.5);
      expect(placeOf(day.until(2521, stepS), bibs[4]!).rank).not.toBeNull();
    }
  });

  it('in front of the race, for two minutes, leaves the gaps behind him as they were, and estimated', () => {
    for (const aheadS of [180, 40]) {
      const behind = behindOf(aheadS);
      const rides = new Map([...behind].map(([bib, behindS]) => [bib, late(behindS)]));
      // From the last kilometre of the climb into the descent.
      for (const bib of bibs.slice(0, 2)) rides.set(bib, late(behind.get(bib)!, [1150, 1270]));
      const day = raceDay(rides);
      const origins = new Set<string>();
      for (let s = 1275; s <= 1500; s += 3) {
        const race = day.until(s);
        const peloton = placeOf(race, bibs[5]!);
        origins.add(peloton.gapOrigin);
        // Evenly over the top of a climb an estimate may err; it never jumps to nothing.
        expect(Math.abs(peloton.gapS! - behind.get(bibs[5]!)!), `${aheadS} s ahead, ${s} s`).toBeLessThan(30);
        expect(peloton.gapS!).toBeGreaterThan(aheadS * 0.6);
      }
      expect(origins).toEqual(new Set(['estimated', 'gps']));
    }
  });
});

describe('a gap of 40 s is 40 s', () => {
  const two = new Map<string, Ride>([
    [bibs[0]!, (s) => 2000 + 12 * s],
    [bibs[1]!, (s) => 2000 + 12 * (s - 40)],
  ]);
  const info = sheet().info;

  it('without a start time, with one of another day, and with the true one', () => {
    for (const startMs of [null, 0, info.startMs! - 86_400_000, info.startMs! + 40 * 86_400_000, info.startMs]) {
      const day = raceDay(two, { info: { ...info, startMs } });
      expect(placeOf(day.until(300), bibs[1]!).gapS, String(startMs)).toBeCloseTo(40, 1);
    }
  });

  it('after eight hours on the road', () => {
    const slow = new Map<string, Ride>([
      [bibs[0]!, (s) => 2000 + 3 * s],
      [bibs[1]!, (s) => 2000 + 3 * (s - 40)],
    ]);
    const day = raceDay(slow, { info: { ...info, startMs: null } });
    // Every 40 s the one is where the other was: what is read is the table, not the straight line between its rows.
    expect(Math.abs(placeOf(day.until(8 * 3600, 20), bibs[1]!).gapS! - 40)).toBeLessThan(0.1);
  });

  it('when the first news came with a clock that was years off', () => {
    for (const years of [-60, -50, -1, 1]) {
      const day = raceDay(two, { info: { ...info, startMs: null } });
      const byMs = years * 365 * 86_400_000;
      const { engine } = raceDay(new Map(), { info: { ...info, startMs: null } });
      for (let s = 0; s < 300; s += 1) {
        if (s === 60) engine.apply({ kind: 'clock-moved', byMs: -byMs });
        const samples = [...two].map(([bib, ride]) => fixAt(day.sheet.course, bib, ride(s)!));
        engine.apply(frame(day.atMs(s) + (s < 60 ? byMs : 0), samples));
      }
      expect(placeOf(engine.race(day.atMs(299))!, bibs[1]!).gapS, `${years} years`).toBeCloseTo(40, 1);
    }
  });
});
