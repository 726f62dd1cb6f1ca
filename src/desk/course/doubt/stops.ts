import { metresBetween } from '../../../race/course/projection.ts';
import type { CourseSource } from '../../../race/course/source.ts';
import type { Kept } from './jumps.ts';

type Line = CourseSource['line'];

/** Who stood still is, by his receiver, within this of one place; a few fixes in a row may be farther off, and return. */
const STILL_M = 30;
const ASTRAY_POINTS = 4;
const ASTRAY_M = 80;
/** A receiver that stands draws at least so many points, and a way so much longer than it is wide. */
const LEAST_POINTS = 10;
const TANGLED = 4;

/**
 * Leaves out what a receiver drew while its rider stood: many points within a few metres whose way is much longer than
 * that. A bend, a hairpin, a lap are not: their way is about as long as they are wide.
 */
export function withoutStops(line: Line): Kept {
  const kept: CourseSource['line'][number][] = [];
  let stops = 0;
  let points = 0;
  /** The newest stop, among those that are kept. */
  let last = -1;
  for (let i = 0; i < line.length; ) {
    const to = endOfStop(line, i);
    if (to === null) {
      kept.push(line[i]!);
      i += 1;
      continue;
    }
    const middle = middleOf(line.slice(i, to + 1));
    points += to - i;
    if (isSameStop(kept, last, middle)) points += kept.splice(last + 1).length + 1;
    else {
      stops += 1;
      last = kept.push(middle) - 1;
    }
    i = to + 1;
  }
  const doubts =
    stops === 0
      ? []
      : [
          `${points} points recorded while standing still, at ${stops === 1 ? 'one place' : `${stops} places`}: left out`,
        ];
  return { line: kept, doubts };
}

/** So near the stop before, and so soon after it, he has not moved: his receiver was astray for longer than usual. */
function isSameStop(kept: Line, last: number, middle: Line[number]): boolean {
  const before = kept[last];
  if (!before || kept.length - 1 - last > ASTRAY_POINTS) return false;
  return metresBetween(before, middle) <= STILL_M;
}

/** The last point of a stop that begins here; null where none does. */
function endOfStop(line: Line, from: number): number | null {
  let [lat, lon, wayM, widthM] = [line[from]!.lat, line[from]!.lon, 0, 0];
  let [astray, count] = [0, 1];
  let found: number | null = null;
  for (let i = from + 1; i < line.length; i += 1) {
    const offM = metresBetween({ lat, lon }, line[i]!);
    wayM += metresBetween(line[i - 1]!, line[i]!);
    astray = offM > STILL_M ? astray + 1 : 0;
    if (astray > ASTRAY_POINTS || offM > ASTRAY_M) break;
    if (astray > 0) continue;
    widthM = Math.max(widthM, offM, metresBetween(line[from]!, line[i]!));
    count += 1;
    lat += (line[i]!.lat - lat) / count;
    lon += (line[i]!.lon - lon) / count;
    if (count >= LEAST_POINTS && wayM > TANGLED * Math.max(widthM, 1)) found = i;
  }
  return found;
}

function middleOf(points: Line): Line[number] {
  const mean = (of: (point: Line[number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  return { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon), altitudeM: points[points.length >> 1]!.altitudeM };
}
