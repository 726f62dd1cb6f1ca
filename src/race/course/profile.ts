import type { Profile } from './course.ts';

const PROFILE_STEP_M = 50;
/** Half of the window of the moving mean: at 150 m the climbing of real stages comes nearest to the road book's. */
const SMOOTH_HALF_M = 150;

/** Elevation at even steps from km 0 to the finish, smoothed; empty where nothing is known. */
export function buildProfile(lengthM: number, altitudeAtM: ((distanceM: number) => number) | null): Profile {
  if (!altitudeAtM) return { stepM: PROFILE_STEP_M, altitudesM: [] };
  const count = Math.max(2, Math.round(lengthM / PROFILE_STEP_M) + 1);
  const stepM = lengthM / (count - 1);
  const raw = Array.from({ length: count }, (_, i) => altitudeAtM(i * stepM));
  return { stepM, altitudesM: smooth(raw, Math.round(SMOOTH_HALF_M / stepM)) };
}

/** Moving mean; the window narrows evenly at both ends, so that start and finish keep their altitude. */
function smooth(values: readonly number[], half: number): number[] {
  const sums = [0];
  for (const value of values) sums.push(sums.at(-1)! + value);
  return values.map((_, i) => {
    const reach = Math.min(half, i, values.length - 1 - i);
    return (sums[i + reach + 1]! - sums[i - reach]!) / (2 * reach + 1);
  });
}
