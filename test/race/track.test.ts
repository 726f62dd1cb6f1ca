import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course } from '../../src/race/course/course.ts';
import { createEngine } from '../../src/race/engine.ts';
import { figureOfEight, fiveLaps, outAndBack } from '../support/courses.ts';
import { riders, START_MS, sheet } from '../support/race.ts';
import { chances, everySecond, frame, noisyTracker, sixSecondClock } from '../support/ride.ts';

const roads: Readonly<Record<string, Course>> = {
  'five laps': fiveLaps,
  'out and back': outAndBack,
  'a figure of eight': figureOfEight,
};
const clocks = { 'every second': everySecond, 'every 6 s with holes of 36 s': sixSecondClock };

/** On the wrong lap or the wrong side a rider is hundreds of metres off; noise alone never is. */
const WRONG_M = 150;

/** Worst error of all places drawn, with riders of their own changing pace seen through noisy trackers. */
function worstErrorM(course: Course, seed: number, clock: typeof everySecond): { worstM: number; drawnShare: number } {
  const engine = createEngine();
  const start = sheet({ course, riders: riders(8) });
  engine.apply({ kind: 'sheet', sheet: start });
  const chance = chances(seed);
  const field = [...start.riders.keys()].map((bib, i) => ({
    bib,
    seen: noisyTracker(seed * 100 + i),
    meanMps: 9 + 3 * chance(),
    phase: 6 * chance(),
    placeM: 0,
  }));
  const endM = course.lengthM - 30;
  let [worstM, drawn, all] = [0, 0, 0];
  let lastMs = START_MS;
  for (const atMs of clock(START_MS, START_MS + (course.lengthM / 8) * 1000)) {
    for (const rider of field) {
      for (let ms = lastMs + 500; ms < atMs; ms += 1000) {
        rider.placeM += rider.meanMps * (1 + 0.3 * Math.sin((ms - START_MS) / 60_000 + rider.phase));
      }
    }
    lastMs = atMs;
    const onRoad = field.filter((rider) => rider.placeM < endM);
    engine.apply(
      frame(
        atMs,
        onRoad.map(({ bib, seen, placeM }) => ({ bib, ...seen(course, placeM), speedKph: null })),
      ),
    );
    const places = new Map(engine.race(atMs)!.places.map((place) => [place.bib, place]));
    for (const { bib, placeM } of onRoad) {
      const place = places.get(bib)!;
      all += 1;
      if (place.rank === null) continue;
      drawn += 1;
      if (place.atMs === atMs) worstM = Math.max(worstM, Math.abs(place.distanceM - placeM));
    }
  }
  return { worstM, drawnShare: drawn / all };
}

describe.each(Object.entries(roads))('on %s', (_, course) => {
  it.each(Object.entries(clocks))(
    'nobody is ever on the wrong lap or side, seen %s',
    (__, clock) => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
          const { worstM, drawnShare } = worstErrorM(course, seed, clock);
          expect(worstM).toBeLessThan(WRONG_M);
          expect(drawnShare).toBeGreaterThan(0.97);
        }),
        { numRuns: 3, seed: 7 },
      );
    },
    60_000,
  );
});
