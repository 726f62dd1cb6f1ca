import { describe, expect, it } from 'vitest';
import { newHealthBook } from '../../../src/race/health-book.ts';
import type { Race } from '../../../src/race/race.ts';
import { estimateArrivals } from '../../../src/race/riders/arrivals.ts';
import { foldPassings } from '../../../src/race/riders/passings.ts';
import { advanceTo, enlist, newRiding, type Riding } from '../../../src/race/riders/riding.ts';
import { eastward } from '../../../src/race/sample/builders.ts';
import { course, START_MS, sheet } from '../../support/race.ts';
import { placeOf, type RaceDay, type Ride, raceDay } from '../../support/race-day.ts';

const bibs = [...sheet().riders.keys()];
const LINE_M = 8000;
/** 8 km on a straight road that ends at the line. */
const road = course({ lengthKm: 8, anchors: [], line: eastward(8).map((p) => ({ ...p, altitudeM: null })), marks: [] });

/** Three groups, at 0, 40 s and 3 min; within them a rider each fifth of a second. */
const behindS = new Map(bibs.map((bib, i) => [bib, (i < 4 ? 0 : i < 10 ? 40 : 180) + (i % 4) * 0.2]));

/** Where a rider is whose front passes 2000 m at second 0; his tracker stops so far before the line. */
function stopping(bib: string, way: (s: number) => number, stopM: number): Ride {
  return (s) => {
    const placeM = way(s - behindS.get(bib)!);
    return placeM > LINE_M - stopM ? null : placeM;
  };
}

const flat = (s: number): number => 2000 + 12 * s;

function dayOf(way: (s: number) => number, stopM: (i: number) => number): RaceDay {
  return raceDay(new Map(bibs.map((bib, i) => [bib, stopping(bib, way, stopM(i))])), { course: road });
}

const onRoad = (race: Race) => race.places.filter(({ rank, status }) => rank !== null && status === 'racing');

/** Each rider's gap, from his own way, until his tracker stops; the worst error and the worst jump. */
function follow(day: RaceDay, fromS: number, toS: number) {
  let [error, jump] = [0, 0];
  const before = new Map<string, number>();
  for (let s = fromS; s <= toS; s += 1) {
    for (const { bib, gapS, atMs } of onRoad(day.until(s))) {
      if (atMs < day.atMs(s)) continue;
      error = Math.max(error, Math.abs(gapS! - behindS.get(bib)!));
      jump = Math.max(jump, Math.abs(gapS! - (before.get(bib) ?? gapS!)));
      before.set(bib, gapS!);
    }
  }
  return { error, jump };
}

const finishS = (race: Race, day: RaceDay, bib: string) => (placeOf(race, bib).finish!.atMs - day.atMs(0)) / 1000;

describe('where trackers stop before the line', () => {
  it('420 m before it, the groups behind keep their gaps, and order and times are right', () => {
    const day = dayOf(flat, () => 420);
    const { error, jump } = follow(day, 440, 700);
    expect(error).toBeLessThan(1.5);
    expect(jump).toBeLessThan(1.5);
    const race = day.until(740);
    expect(race.phase).toBe('finished');
    expect(race.places.map(({ bib }) => bib)).toEqual(
      bibs.toSorted((a, b) => behindS.get(a)! - behindS.get(b)! || Number(a) - Number(b)),
    );
    for (const bib of bibs) {
      expect(finishS(race, day, bib)).toBeCloseTo(6000 / 12 + behindS.get(bib)!, -0.2);
      expect(placeOf(race, bib)).toMatchObject({ finish: { origin: 'estimated' }, gapOrigin: 'estimated' });
    }
  });

  it('here and there on the last 800 m, nobody is first on a road that others have ridden unseen', () => {
    for (const seed of [1, 2, 3]) {
      const day = dayOf(flat, (i) => (i < 4 ? 500 + 70 * i : (i * 97 * seed) % 700));
      const { error, jump } = follow(day, 440, 720);
      expect(error, `seed ${seed}`).toBeLessThan(3);
      expect(jump, `seed ${seed}`).toBeLessThan(3);
    }
  });

  it('the pace of those who were seen to the line is the pace of those who were not', () => {
    // The last 400 m go up a wall, at 4 m/s.
    const wall = (s: number): number => Math.min(flat(s), 7600 + ((flat(s) - 7600) * 4) / 12);
    const day = dayOf(wall, (i) => (i < 4 ? 0 : 420));
    const race = day.until(900);
    for (const bib of bibs)
      expect(Math.abs(finishS(race, day, bib) - 5600 / 12 - 100 - behindS.get(bib)!)).toBeLessThan(5);
  });

  it('on a summit that is walked at 2 m/s they have arrived', () => {
    const walk = (s: number): number => Math.min(flat(s), 6800 + ((flat(s) - 6800) * 2) / 12);
    const day = dayOf(walk, () => 300);
    const race = day.until(1400);
    for (const bib of bibs) {
      expect(placeOf(race, bib)).toMatchObject({ status: 'finished', finish: { origin: 'estimated' } });
      expect(Math.abs(finishS(race, day, bib) - 4800 / 12 - 600 - behindS.get(bib)!)).toBeLessThan(5);
    }
  });
});

describe('a rider who is silent before the line', () => {
  const [alone] = bibs as [string];
  const until = (ride: Ride, second: number) =>
    placeOf(raceDay(new Map([[alone, ride]]), { course: road }).until(second), alone);

  it('and stood when he was last seen, 300 m before it, has not arrived', () => {
    const stopsAt = (LINE_M - 300 - 2000) / 12;
    expect(until((s) => (s > stopsAt + 14 ? null : Math.min(flat(s), LINE_M - 300)), 900).status).toBe('racing');
  });

  it('has arrived from 980 m off, and not from 1020 m', () => {
    expect(until((s) => (flat(s) > LINE_M - 980 ? null : flat(s)), 900).status).toBe('finished');
    expect(until((s) => (flat(s) > LINE_M - 1020 ? null : flat(s)), 900).status).toBe('racing');
  });

  it('has arrived when he has been silent for 15 s more than he needs', () => {
    const ride: Ride = (s) => (flat(s) > LINE_M - 420 ? null : flat(s));
    expect(until(ride, 513).status).toBe('racing');
    expect(until(ride, 517).status).toBe('finished');
  });

  it('has ridden to it when he has arrived: it is written, as an estimate, whoever told it', () => {
    for (const origin of ['estimated', 'timed', 'manual'] as const) {
      const riding = newRiding(road, START_MS, newHealthBook());
      enlist(riding, [alone]);
      const runner = riding.runners.get(alone)!;
      const atMs = (distanceM: number) => START_MS + (distanceM / 12) * 1000;
      for (let m = 7000; m <= 7600; m += 12) advanceTo(riding, runner, m, atMs(m));
      runner.speedMps = 12;
      runner.track.heard.atMs = atMs(7600);
      if (origin === 'estimated') expect(estimateArrivals(riding, atMs(LINE_M) + 20_000)).toBe(true);
      else
        foldPassings(riding, {
          kind: 'passings',
          origin,
          passings: [{ bib: alone, mark: 'finish', atMs: atMs(LINE_M) }],
        });
      expect(runner.finish!.origin).toBe(origin);
      const head = { distanceM: LINE_M, atMs: atMs(LINE_M) };
      for (const distanceM of [7700, 7950]) {
        for (const passed of [
          riding.timetable.timeAt(alone, distanceM)!,
          riding.timetable.firstTimeAt(distanceM, head),
        ]) {
          expect(passed.estimated).toBe(true);
          expect(Math.abs(passed.atMs - atMs(distanceM))).toBeLessThan(500);
        }
      }
    }
  });

  it('is still ahead of those who are seen nearer to it', () => {
    const [first, second] = bibs as [string, string];
    const day = raceDay(
      new Map<string, Ride>([
        [first, (s) => (flat(s) > LINE_M - 700 ? null : flat(s))],
        [second, (s) => flat(s - 25)],
      ]),
      { course: road },
    );
    for (let s = 440; s < 520; s += 1) expect(placeOf(day.until(s), second).gapS, `${s} s`).toBeCloseTo(25, -0.5);
  });

  it('and is seen to stand there is overtaken', () => {
    const [first, second] = bibs as [string, string];
    const day = raceDay(
      new Map<string, Ride>([
        [first, (s) => Math.min(flat(s), LINE_M - 500)],
        [second, (s) => flat(s - 25)],
      ]),
      { course: road },
    );
    expect(placeOf(day.until(470), second).gapS).toBeCloseTo(25, -0.5);
    expect(placeOf(day.until(500), second)).toMatchObject({ rank: 1, gapS: 0 });
  });
});

describe('the moment of an arrival that nobody saw', () => {
  const [one, other] = bibs as [string, string];
  const riders = (): Riding => {
    const riding = newRiding(road, START_MS, newHealthBook());
    enlist(riding, [one, other]);
    return riding;
  };
  /** Rides a stretch, seen every 10 m, from a second on; he is as fast as that then. The second at its end. */
  const ride = (riding: Riding, bib: string, fromM: number, toM: number, fromS: number, mps: number): number => {
    const runner = riding.runners.get(bib)!;
    const atMs = (m: number) => START_MS + (fromS + (m - fromM) / mps) * 1000;
    for (let m = fromM; m <= toM; m += 10) advanceTo(riding, runner, m, atMs(m));
    runner.speedMps = mps;
    return fromS + (toM - fromM) / mps;
  };
  /** How long after a second he came in; null where he has not. */
  const arrivedS = (riding: Riding, bib: string, fromS: number): number | null => {
    estimateArrivals(riding, START_MS + 10_000_000);
    const { finish } = riding.runners.get(bib)!;
    return finish && (finish.atMs - START_MS) / 1000 - fromS;
  };

  it('is by his pace over the last 300 m, where the front was not measured', () => {
    const riding = riders();
    // 37.5 s for those: 12.5 for their first half, 25 for the other.
    const lastS = ride(riding, one, 7450, 7600, ride(riding, one, 6800, 7450, 0, 12), 6);
    expect(arrivedS(riding, one, lastS)).toBeCloseTo((400 / 300) * 37.5, 2);
  });

  it('is by how the front rode there, and how much slower he was than it before', () => {
    const riding = riders();
    // The front goes up a wall at the end. He takes twice as long.
    ride(riding, other, 7600, 8000, ride(riding, other, 7000, 7600, 0, 12), 4);
    expect(arrivedS(riding, one, ride(riding, one, 7000, 7600, 20, 6))).toBeCloseTo(200, 2);
  });

  it('is by his speed, where his pace was not measured', () => {
    const seenOnce = riders();
    expect(arrivedS(seenOnce, one, ride(seenOnce, one, 7600, 7600, 100, 12))).toBeCloseTo(400 / 12, 2);
    const hole = riders();
    ride(hole, one, 7000, 7000, 0, 12);
    expect(arrivedS(hole, one, ride(hole, one, 7600, 7600, 100, 12))).toBeCloseTo(400 / 12, 2);
  });

  it('never comes for one who is slower than a walk, or has come down to a quarter of what he rode', () => {
    const arrives = (mps: number, speedMps: number): boolean => {
      const riding = riders();
      ride(riding, one, 7000, 7600, 0, mps);
      riding.runners.get(one)!.speedMps = speedMps;
      return arrivedS(riding, one, 0) !== null;
    };
    expect([arrives(1.1, 1.05), arrives(1.1, 0.95)]).toEqual([true, false]);
    expect([arrives(12, 3.1), arrives(12, 2.9)]).toEqual([true, false]);
  });

  it('is not asked of one who has left the race, or whose finish was told', () => {
    const left = riders();
    ride(left, one, 7000, 7600, 0, 12);
    left.runners.get(one)!.status = 'abandoned';
    expect(estimateArrivals(left, START_MS + 10_000_000)).toBe(false);
    const told = riders();
    ride(told, one, 7000, 7600, 0, 12);
    const passings = [{ bib: one, mark: 'finish', atMs: START_MS + 90_000 }];
    foldPassings(told, { kind: 'passings', origin: 'timed', passings });
    expect(estimateArrivals(told, START_MS + 10_000_000)).toBe(false);
  });
});
