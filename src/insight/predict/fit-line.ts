import { quantileOf } from './quantile.ts';

export interface FitPoint {
  readonly x: number;
  readonly y: number;
}

/** A point so many typical distances off the line does not bend it: 3 standard deviations of a normal error. */
const OUTLIER = 4.45;
/** Where all stand at one place nothing tells how steep it is: one for one. Of logarithms: a hundredth of a per cent. */
const LEAST_SPREAD = 1e-4;

/**
 * The straight line through points, least squares, without those that lie far off the line that most of them have in
 * common (Theil's incomplete method): one who had bad luck bends nothing.
 */
export function fitLine(points: readonly FitPoint[]): (x: number) => number {
  const common = throughMedians(points);
  const off = points.map(({ x, y }) => Math.abs(y - common(x)));
  const most = OUTLIER * medianOf(off);
  return leastSquares(points.filter((_, i) => off[i]! <= most));
}

/** As steep as the median of pairs, each of the lower half with one of the upper. */
function throughMedians(points: readonly FitPoint[]): (x: number) => number {
  const along = [...points].sort((a, b) => a.x - b.x);
  const half = along.length >> 1;
  const pairs = along.slice(0, half).map((a, i) => [a, along[along.length - half + i]!] as const);
  const slopes = pairs.filter(([a, b]) => b.x - a.x > LEAST_SPREAD).map(([a, b]) => (b.y - a.y) / (b.x - a.x));
  const slope = slopes.length > 0 ? medianOf(slopes) : 1;
  const base = medianOf(points.map(({ x, y }) => y - slope * x));
  return (x) => base + slope * x;
}

const medianOf = (values: readonly number[]): number => quantileOf(Float64Array.from(values).sort(), 0.5);

function leastSquares(points: readonly FitPoint[]): (x: number) => number {
  const n = points.length;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / n;
  let [xx, xy] = [0, 0];
  for (const { x, y } of points) {
    xx += (x - meanX) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  const slope = xx < n * LEAST_SPREAD ** 2 ? 1 : xy / xx;
  return (x) => meanY + slope * (x - meanX);
}
