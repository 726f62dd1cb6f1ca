import { type LatLon, METRES_PER_DEGREE, turn } from '../../../race/course/projection.ts';

/** A place in metres east and north of another one: flat enough for a race. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places around one of them as points of a plane, and back. */
export function planeAround(origin: LatLon) {
  const cos = Math.cos((origin.lat * Math.PI) / 180);
  return {
    pointOf: ({ lat, lon }: LatLon): Point => ({
      x: turn(lon - origin.lon) * METRES_PER_DEGREE * cos,
      y: (lat - origin.lat) * METRES_PER_DEGREE,
    }),
    placeOf: ({ x, y }: Point): LatLon => ({
      lat: origin.lat + y / METRES_PER_DEGREE,
      lon: origin.lon + x / (METRES_PER_DEGREE * cos),
    }),
  };
}

export const apartM = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

/** The cosine of the angle between two ways: 1 where they go the same way, -1 where they meet. */
export function sameWay(a: Point, b: Point, c: Point, d: Point): number {
  const [x1, y1, x2, y2] = [b.x - a.x, b.y - a.y, d.x - c.x, d.y - c.y];
  return (x1 * x2 + y1 * y2) / (Math.hypot(x1, y1) * Math.hypot(x2, y2) || 1);
}

/** The one in the middle, of as many as there are: one that is far out does not move it. NaN where there is none. */
export const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Metres along a line at each of its points. */
export function alongsOf(line: readonly Point[]): number[] {
  const alongs = [0];
  for (let i = 1; i < line.length; i += 1) alongs.push(alongs[i - 1]! + apartM(line[i - 1]!, line[i]!));
  return alongs;
}

export interface LineFoot {
  /** Metres along the line. */
  readonly alongM: number;
  /** Metres beside it. */
  readonly besideM: number;
  /** It lies between this point of the line and the next. */
  readonly index: number;
}

/** The point of a line that is nearest to a place, between two of its points; `alongs` are the metres along it at each. */
export function footOnLine(
  line: readonly Point[],
  alongs: readonly number[],
  p: Point,
  from = 0,
  to = line.length - 1,
): LineFoot {
  let best: LineFoot = { alongM: Number.NaN, besideM: Number.POSITIVE_INFINITY, index: from };
  for (let i = from; i < to; i += 1) {
    const [a, b] = [line[i]!, line[i + 1]!];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const share = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.min(1, Math.max(0, share));
    const besideM = Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
    if (besideM < best.besideM) best = { alongM: alongs[i]! + t * (alongs[i + 1]! - alongs[i]!), besideM, index: i };
  }
  return best;
}
