import type { Course } from '../../src/race/course/course.ts';
import { pointAt } from '../../src/race/course/road.ts';
import type { PositionsEvent, Sample } from '../../src/race/event.ts';
import type { Bib } from '../../src/race/units.ts';

const METRES_PER_DEGREE = 111_195;

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const bell = (chance: () => number): number => chance() + chance() + chance() + chance() - 2;

/** Standard deviation of a sum of four even chances. */
const BELL_SD = 0.577;

/**
 * A tracker as measured on real stages: 4 to 6 m across the road in the median, 33 m once in a hundred, an error that
 * drifts over some seconds.
 */
export function noisyTracker(seed: number): (course: Course, distanceM: number) => { lat: number; lon: number } {
  const chance = chances(seed);
  let [east, north] = [0, 0];
  const next = (before: number): number => {
    const jolt = chance() < 0.012 ? 24 : 3.4;
    return before * 0.8 + (bell(chance) / BELL_SD) * jolt;
  };
  return (course, distanceM) => {
    const { lat, lon } = pointAt(course, distanceM);
    [east, north] = [next(east), next(north)];
    const perLon = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
    return { lat: lat + north / METRES_PER_DEGREE, lon: lon + east / perLon };
  };
}

/** One exact fix. */
export function fixAt(course: Course, bib: Bib, distanceM: number, speedKph: number | null = null): Sample {
  return { bib, ...pointAt(course, distanceM), speedKph };
}

export function frame(atMs: number, samples: readonly Sample[]): PositionsEvent {
  return { kind: 'positions', atMs, samples };
}

/** Moments of frames in a feed that speaks every 6 s and pauses for 36 s after every sixth frame. */
export function sixSecondClock(fromMs: number, toMs: number): number[] {
  const times: number[] = [];
  for (let atMs = fromMs, n = 0; atMs <= toMs; n += 1, atMs += n % 6 === 0 ? 36_000 : 6000) times.push(atMs);
  return times;
}

export function everySecond(fromMs: number, toMs: number): number[] {
  return Array.from({ length: Math.floor((toMs - fromMs) / 1000) + 1 }, (_, s) => fromMs + s * 1000);
}
