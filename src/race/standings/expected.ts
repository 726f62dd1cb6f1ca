import type { Place } from '../place.ts';
import { SILENCE_MS } from '../riders/arrivals.ts';
import { SILENT_M } from '../riders/timetable.ts';
import { mpsFromKph, type Origin } from '../units.ts';
import type { Arrivals } from './finish.ts';

/** How late a tracker may tell what the finish line has told already. */
const TRACKER_LAG_S = 2;
/** What an estimated arrival may be off by, within one group. */
const ESTIMATE_S = 8;

/** A group on the road of which the first may have finished. */
interface Arriving {
  readonly id: string;
  /** Of its first rider on the road, to the first of the race. */
  readonly gapS: number;
  /** Whether it is the first on the road. */
  readonly isNext: boolean;
}

interface Company {
  readonly gapS: number | null;
  readonly lastMs: number | null;
  readonly origin: Origin;
}

/**
 * What the rest of a bunch will get whose first riders have crossed the line, while it is no later than the rule
 * allows; null where nothing says that they belong to it. Where arrivals are estimates they are known only once
 * trackers have been silent for a while, so the rest is awaited for so much longer.
 */
export function expectedGapS(
  { id, gapS, isNext }: Arriving,
  { companies, finishers, firstMs, lastMs }: Arrivals,
  atMs: number,
  splitS: number,
): number | null {
  const last: Company = { gapS: finishers.at(-1)?.gapS ?? null, lastMs, origin: 'gps' };
  const company = companies.get(id) ?? (isNext ? last : null);
  if (!company || company.lastMs === null || firstMs === null) return null;
  const isEstimated = company.origin === 'estimated';
  const openS = splitS + TRACKER_LAG_S + (isEstimated ? ESTIMATE_S : 0);
  const waitS = openS + (isEstimated ? SILENCE_MS / 1000 : 0);
  const isNear = gapS - (company.lastMs - firstMs) / 1000 < openS;
  return isNear && (atMs - company.lastMs) / 1000 < waitS ? company.gapS : null;
}

/**
 * What a rider on the road has lost at least: he was not over the line yet. Of one whose tracker fell silent shortly
 * before it that is known only until he should have come in. Null before anybody has finished.
 */
export function lostAtLeastS(
  { atMs: seenMs, distanceM, speedKph }: Place,
  lengthM: number,
  firstMs: number | null,
  atMs: number,
): number | null {
  if (firstMs === null) return null;
  const leftM = lengthM - distanceM;
  const dueMs = leftM <= SILENT_M && speedKph > 0 ? seenMs + (leftM / mpsFromKph(speedKph)) * 1000 : atMs;
  return (Math.min(atMs, dueMs) - firstMs) / 1000;
}
