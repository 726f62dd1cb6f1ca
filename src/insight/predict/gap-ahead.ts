import type { GapByKm } from '../../race/groups/past.ts';
import type { Estimate } from '../estimate.ts';
import type { Outlook } from '../outlook.ts';
import type { PastRaces } from '../past.ts';
import { estimateOf, fromZero } from './interval.ts';
import { type PacedRoad, secondsBetween } from './pace.ts';

/** Seconds of usual riding after which what a gap does now says little: 8 km on flat roads, 3 uphill. */
const TAU_S = 600;
/** Over so many kilometres it is measured what a gap does, and from so many on that says something. */
const SLOPE_KM = 5;
const LEAST_KM = 2;

/** How a gap has been changing. */
export interface GapTrend {
  readonly gapS: number;
  /** Seconds a kilometre, positive where it grows. */
  readonly slope: number;
  /** Seconds for each second that the road usually takes: who loses so uphill loses less on fast roads. */
  readonly share: number;
  /** Over how many kilometres it is known without a change of who rides there. */
  readonly historyKm: number;
}

/** By what was measured of it; null where no two kilometres are. */
export function trendIn(gap: GapByKm, gapS: number, road: PacedRoad): GapTrend | null {
  const points = gap.points.filter(({ origin }) => origin !== 'estimated');
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || last.km - first.km < LEAST_KM) return null;
  const recent = points.filter(({ km }) => km >= last.km - SLOPE_KM);
  const usual = (km: number): number => secondsBetween(road, 0, km * 1000, false);
  return {
    gapS,
    slope: theilSen(recent.map(({ km, value }) => [km, value])),
    share: theilSen(recent.map(({ km, value }) => [usual(km), value])),
    historyKm: last.km - first.km,
  };
}

/** The middle of the slopes of all pairs: one wrong gap does not bend it. */
export function theilSen(points: readonly (readonly [number, number])[]): number {
  const slopes: number[] = [];
  points.forEach(([x, y], i) => {
    for (const [x2, y2] of points.slice(i + 1)) slopes.push((y2 - y) / (x2 - x));
  });
  slopes.sort((a, b) => a - b);
  const middle = slopes.length / 2;
  return slopes.length % 2 === 1 ? slopes[Math.floor(middle)]! : (slopes[middle - 1]! + slopes[middle]!) / 2;
}

/** The gap after so many seconds of usual riding: what it does now, the less believed the shorter it did so, dies away. */
export const gapIn = ({ gapS, share, historyKm }: GapTrend, usualS: number): number =>
  gapS + share * (historyKm / (historyKm + 2)) * TAU_S * (1 - Math.exp(-usualS / TAU_S));

/** The error that is usual for it, in seconds. */
export const gapUnitS = ({ gapError: { s, power, perGapS } }: PastRaces, gapS: number, km: number): number =>
  s * km ** power * (1 + gapS / perGapS);

/** The gap where the front of the group behind comes to a place, with its bands; never less than nothing. */
export function gapEstimate(
  { past, road, hindsight }: Pick<Outlook, 'past' | 'road' | 'hindsight'>,
  trend: GapTrend,
  fromM: number,
  atM: number,
): Estimate {
  const unitS = gapUnitS(past, trend.gapS, (atM - fromM) / 1000);
  const gapS = gapIn(trend, secondsBetween(road, fromM, atM, false));
  return fromZero(estimateOf(gapS, unitS, hindsight.gaps(), past.errors.gaps));
}
