import type { Fix } from './hypothesis.ts';
import { type Feet, headingAt, newFeet, project, type RoadIndex } from './road-index.ts';
import { elapsedS, type Surroundings } from './surroundings.ts';

/**
 * A stage is ridden at an average between these. Its start may be late by ten minutes and nobody says so; it is never
 * early by more than a minute and a half.
 */
const SLOWEST_AVERAGE_MPS = 8;
const FASTEST_AVERAGE_MPS = 16;
const LATE_START_S = 600;
const BEHIND_M = 500;
const EARLY_START_M = 1500;
/** The same road again, in the same direction: not the way back, not a crossing. */
const SAME_WAY_RAD = Math.PI / 4;

const feet: Feet = newFeet();

/** Where a fix may be on the road, in the direction of a reading of it: that reading, and the same road on other laps. */
export function lapReadings(distanceM: number, { lat, lon }: Pick<Fix, 'lat' | 'lon'>, road: RoadIndex): number[] {
  project(road, lat, lon, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, feet);
  const heading = headingAt(road, distanceM);
  return [...feet.distanceM.subarray(0, feet.count)].filter((at) => {
    const turned = Math.abs(headingAt(road, at) - heading) % (2 * Math.PI);
    return Math.min(turned, 2 * Math.PI - turned) < SAME_WAY_RAD;
  });
}

/**
 * Where a rider without history is, when he is read at a place and these are its laps; null while nothing proves on which lap. What proves it:
 * the road is ridden only once; only one lap can be reached, at any pace of a race, in the time since the start; on
 * only one lap he rides with riders whose lap is proven; or the whole field is seen waiting at km 0.
 */
export function provenPlace(
  distanceM: number,
  readings: readonly number[],
  { atMs }: Fix,
  around: Surroundings,
): number | null {
  if (readings.length < 2) return distanceM;
  const possible = readings.filter((at) => isInTime(at, elapsedS(around.startMs, atMs)));
  if (possible.length === 1) return possible[0]!;
  const open = possible.length === 0 ? readings : possible;
  const accompanied = open.filter(around.isAccompanied);
  if (accompanied.length === 1) return accompanied[0]!;
  return open.find(around.isGathering) ?? null;
}

/** A place that can be reached by then, at any pace of a race; every place, where the start is not known. */
const isInTime = (distanceM: number, sinceStartS: number): boolean =>
  Number.isNaN(sinceStartS) ||
  (distanceM >= SLOWEST_AVERAGE_MPS * (sinceStartS - LATE_START_S) - BEHIND_M &&
    distanceM <= FASTEST_AVERAGE_MPS * sinceStartS + EARLY_START_M);
