import { CLIMBS, HEIGHTS, NODES, WIND } from '../road.ts';
import { STEP_M, windRoad } from './line.ts';

/** The road as it is, one cell every `STEP_M`: what the riders ride on, before any tracker sees it. */
export interface Road {
  readonly cells: number;
  /** Distance of cell 0 from km 0. */
  readonly fromM: number;
  readonly lengthM: number;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
  /** East and north parts of the direction of travel. */
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly altitudeM: Float64Array;
  /** Rise over run, smoothed. */
  readonly slope: Float64Array;
  /** Wind in the face, metres a second. */
  readonly headwind: Float64Array;
  /** What corners and courage allow, metres a second. */
  readonly limit: Float64Array;
}

const DESCENT_LIMIT = 78 / 3.6;
const NEUTRAL_LIMIT = 31 / 3.6;
/** Metres a second squared: leaning into a corner, and braking for it. */
const CORNERING = 2.2;
const BRAKING = 2.2;
const SMOOTH_CELLS = 15;
/** Near the ground, on a valley road, of the wind that a weather station reports. */
const WIND_ON_THE_ROAD = 0.5;

let built: Road | null = null;

/** Built once: the road is the same for every seed. */
export function road(): Road {
  built ??= buildRoad();
  return built;
}

export const cellAt = ({ fromM }: Road, distanceM: number): number => Math.round((distanceM - fromM) / STEP_M);

/** Kilometre and altitude at every known point, in road order. */
export function heights(): { readonly km: number; readonly altitudeM: number }[] {
  const climbs = CLIMBS.flatMap((climb) => {
    const points = [{ km: climb.footKm + climb.lengthKm, altitudeM: climb.altitudeM }];
    for (let i = climb.gradientsPct.length - 1; i >= 0; i -= 1) {
      const above = points.at(-1)!;
      const km = climb.footKm + i;
      points.push({ km, altitudeM: above.altitudeM - (above.km - km) * 10 * climb.gradientsPct[i]! });
    }
    return points;
  });
  const between = HEIGHTS.map(([km, altitudeM]) => ({ km, altitudeM }));
  return [...climbs, ...between].sort((a, b) => a.km - b.km);
}

function buildRoad(): Road {
  const { fromM, lat, lon } = windRoad(NODES);
  const cells = lat.length;
  const altitudeM = altitudes(fromM, cells);
  const { east, north } = directions(lat, lon);
  const slope = altitudeM.map((_, i) => {
    const a = Math.max(0, i - SMOOTH_CELLS);
    const b = Math.min(cells - 1, i + SMOOTH_CELLS);
    return (altitudeM[b]! - altitudeM[a]!) / ((b - a) * STEP_M);
  });
  const from = (WIND.fromDeg * Math.PI) / 180;
  const wind = (WIND.kph / 3.6) * WIND_ON_THE_ROAD;
  const headwind = east.map((e, i) => wind * (e * Math.sin(from) + north[i]! * Math.cos(from)));
  const limit = limits(fromM, east, north);
  return {
    cells,
    fromM,
    lengthM: NODES.at(-1)![3] * 1000,
    lat,
    lon,
    east,
    north,
    altitudeM,
    slope,
    headwind,
    limit,
  };
}

/** By the figures, straight between them; level before the first and after the last. */
function altitudes(fromM: number, cells: number): Float64Array {
  const known = heights();
  let k = 0;
  return Float64Array.from({ length: cells }, (_, i) => {
    const km = (fromM + i * STEP_M) / 1000;
    while (k + 2 < known.length && known[k + 1]!.km < km) k += 1;
    const [a, b] = [known[k]!, known[k + 1]!];
    const t = Math.min(1, Math.max(0, (km - a.km) / (b.km - a.km)));
    return a.altitudeM + t * (b.altitudeM - a.altitudeM);
  });
}

function directions(lat: Float64Array, lon: Float64Array) {
  const last = lat.length - 1;
  const east = new Float64Array(lat.length);
  const north = new Float64Array(lat.length);
  for (let i = 0; i <= last; i += 1) {
    const [a, b] = [Math.max(0, i - 1), Math.min(last, i + 1)];
    const dy = lat[b]! - lat[a]!;
    const dx = (lon[b]! - lon[a]!) * Math.cos((lat[i]! * Math.PI) / 180);
    const length = Math.hypot(dx, dy);
    east[i] = dx / length;
    north[i] = dy / length;
  }
  return { east, north };
}

/** The corner's own limit, and before it what brakes can still bring down to it. */
function limits(fromM: number, east: Float64Array, north: Float64Array): Float64Array {
  const cells = east.length;
  const limit = new Float64Array(cells).fill(DESCENT_LIMIT);
  const reach = 2;
  for (let i = reach; i + reach < cells; i += 1) {
    const [a, b] = [i - reach, i + reach];
    const turn = Math.abs(Math.asin(Math.max(-1, Math.min(1, east[a]! * north[b]! - north[a]! * east[b]!))));
    const radiusM = (2 * reach * STEP_M) / Math.max(1e-6, turn);
    limit[i] = Math.min(DESCENT_LIMIT, Math.sqrt(CORNERING * radiusM));
    if (fromM + i * STEP_M < -200) limit[i] = Math.min(NEUTRAL_LIMIT, limit[i]!);
  }
  for (let i = cells - 2; i >= 0; i -= 1) {
    limit[i] = Math.min(limit[i]!, Math.sqrt(limit[i + 1]! ** 2 + 2 * BRAKING * STEP_M));
  }
  return limit;
}
