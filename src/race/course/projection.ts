/** Metres in a degree of latitude, on the mean sphere. */
export const METRES_PER_DEGREE = 111_195;

export interface LatLon {
  readonly lat: number;
  readonly lon: number;
}

/** Metres between two places of one road: flat enough for anything within some kilometres. */
export function metresBetween(a: LatLon, b: LatLon): number {
  const { x, y } = offsetM(a, b);
  return Math.hypot(x, y);
}

/** A difference of longitudes, the short way round. */
export const turn = (deg: number): number => (deg > 180 || deg < -180 ? deg - 360 * Math.round(deg / 360) : deg);

/** From `a` to `b` in metres east and north. */
function offsetM(a: LatLon, b: LatLon): { x: number; y: number } {
  const cos = Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180));
  return { x: turn(b.lon - a.lon) * METRES_PER_DEGREE * cos, y: (b.lat - a.lat) * METRES_PER_DEGREE };
}

export interface Foot {
  /** Where on the segment, 0 to 1. */
  readonly t: number;
  readonly crossM: number;
}

/** The point of the segment from `a` to `b` that is nearest to `p`. */
export function footOn(a: LatLon, b: LatLon, p: LatLon): Foot {
  const road = offsetM(a, b);
  const own = offsetM(a, p);
  const length2 = road.x * road.x + road.y * road.y;
  const t = length2 > 0 ? Math.min(1, Math.max(0, (own.x * road.x + own.y * road.y) / length2)) : 0;
  return { t, crossM: Math.hypot(own.x - t * road.x, own.y - t * road.y) };
}
