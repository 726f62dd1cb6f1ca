import type { GapByKm } from '../../race/groups/past.ts';
import type { Estimate } from '../estimate.ts';
import type { Outlook } from '../outlook.ts';
import type { PastRaces } from '../past.ts';
import { estimateOf, fromZero } from './interval.ts';

/** Kilometres after which what a gap does now says nothing any more, and over which that is measured. */
const TAU_KM = 12;
const SLOPE_KM = 5;

/** How a gap has been changing. */
export interface GapTrend {
  readonly gapS: number;
  /** Seconds a kilometre, positive where it grows. */
  readonly slope: number;
  /** Over how many kilometres it is known without a change of who rides there. */
  readonly historyKm: number;
}

/** Null where no two kilometres of it are known. */
export function trendIn({ points }: GapByKm, gapS: number): GapTrend | null {
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  const recent = points.filter(({ km }) => km >= last.km - SLOPE_KM);
  return { gapS, slope: theilSen(recent.map(({ km, value }) => [km, value])), historyKm: last.km - points[0]!.km };
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

/** The gap so many kilometres ahead: what it does now, the less believed the shorter it did so, dies away. */
export const gapIn = ({ gapS, slope, historyKm }: GapTrend, km: number): number =>
  gapS + slope * (historyKm / (historyKm + 2)) * TAU_KM * (1 - Math.exp(-km / TAU_KM));

/** The error that is usual for it, in seconds. */
export const gapUnitS = ({ gapError: { s, power, perGapS } }: PastRaces, gapS: number, km: number): number =>
  s * km ** power * (1 + gapS / perGapS);

/** The same, with its bands. */
export function gapEstimate(
  { past, hindsight }: Pick<Outlook, 'past' | 'hindsight'>,
  trend: GapTrend,
  km: number,
): Estimate {
  const unitS = gapUnitS(past, trend.gapS, km);
  return fromZero(estimateOf(gapIn(trend, km), unitS, hindsight.gaps(), past.errors));
}
