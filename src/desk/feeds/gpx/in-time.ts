import type { RiddenPoint } from '../../course/gpx.ts';

/** No ride stands still for so long: what lies beyond is of another day, or of a clock that was not set yet. */
const ANOTHER_DAY_MS = 3 * 3_600_000;

/**
 * The points of a ride in the order of their times, each later than the one before: those that say a moment again or go
 * back are left out, as few as can be, and so is what a clock told before or after it was right.
 */
export function inTime(segments: readonly (readonly RiddenPoint[])[]): readonly RiddenPoint[] {
  const written = segments
    .filter((segment) => segment.length > 0)
    .toSorted((a, b) => middleOf(a) - middleOf(b))
    .flat();
  return longestDay(rising(written));
}

const middleOf = (points: readonly RiddenPoint[]): number =>
  points.map(({ atMs }) => atMs).sort((a, b) => a - b)[points.length >> 1]!;

/** The most points of which each is later than the one before. */
function rising(points: readonly RiddenPoint[]): RiddenPoint[] {
  /** Of the runs of each length, the point on which the one ends that ends earliest; and the point before each. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [i, { atMs }] of points.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (points[ends[middle]!]!.atMs < atMs) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? ends[low - 1]! : -1);
    // Of a moment that is said again the first word stands.
    const end = ends[low];
    if (end === undefined || points[end]!.atMs > atMs) ends[low] = i;
  }
  const kept: RiddenPoint[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) kept.push(points[i]!);
  return kept.reverse();
}

function longestDay(points: readonly RiddenPoint[]): readonly RiddenPoint[] {
  const days: RiddenPoint[][] = [];
  for (const point of points) {
    const last = days.at(-1)?.at(-1);
    if (last && point.atMs - last.atMs <= ANOTHER_DAY_MS) days.at(-1)!.push(point);
    else days.push([point]);
  }
  return days.toSorted((a, b) => b.length - a.length)[0] ?? [];
}
