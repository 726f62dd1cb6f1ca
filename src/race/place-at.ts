import type { Place } from './place.ts';
import { mpsFromKph } from './units.ts';

/** Longest that a place is carried on at its last speed: the pause that real feeds make every minute. */
const LONGEST_S = 36;

/**
 * How far a rider is now, between fixes: on at the last speed, for a while. From km 0; NaN when never located. Never
 * less than the fix itself; a finisher stays where he is.
 */
export function placeAt(place: Place, nowMs: number): number {
  if (place.finish !== null || place.status !== 'racing') return place.distanceM;
  const ageS = Math.min(LONGEST_S, Math.max(0, (nowMs - place.atMs) / 1000));
  return place.distanceM + ageS * mpsFromKph(place.speedKph);
}
