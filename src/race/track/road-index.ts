import type { Course } from '../course/course.ts';
import { METRES_PER_DEGREE, turn } from '../course/projection.ts';

/**
 * The line of a course as flat arrays, made for projecting thousands of fixes a second. Both ends are lengthened
 * straight, so that a rider who rolls over the finish line moves on past it.
 */
export interface RoadIndex {
  readonly lats: Float64Array;
  readonly lons: Float64Array;
  readonly distancesM: Float64Array;
  /** The segment in which each step of the road begins, from its first point on. */
  readonly segments: Int32Array;
  /** South, north, west, east of each block of segments. */
  readonly boxes: Float64Array;
}

/** Where a fix may be on the road, in road order; reused from call to call. */
export interface Feet {
  count: number;
  readonly distanceM: Float64Array;
  readonly crossM: Float64Array;
}

/** A fix farther than this from the road is not on it. */
const REACH_M = 80;
const RADIANS = Math.PI / 180;
const RUN_OUT_M = 400;
const BLOCK = 32;
const STEP_M = 50;
/** Two feet nearer than this along the road are one place: a bend, or the very point where the race turns around. */
const SAME_PLACE_M = 30;
const MOST_FEET = 24;

export const newFeet = (): Feet => ({
  count: 0,
  distanceM: new Float64Array(MOST_FEET),
  crossM: new Float64Array(MOST_FEET),
});

export function indexRoad({ line }: Course): RoadIndex {
  const first = lengthened(line[1]!, line[0]!);
  const last = lengthened(line[line.length - 2]!, line[line.length - 1]!);
  const all = [first, ...line, last];
  const lats = Float64Array.from(all, (p) => p.lat);
  const lons = Float64Array.from(all, (p) => p.lon);
  const distancesM = Float64Array.from(all, (p) => p.distanceM);
  return { lats, lons, distancesM, segments: segmentsOf(distancesM), boxes: boxesOf(lats, lons) };
}

function segmentsOf(distancesM: Float64Array): Int32Array {
  const steps = Math.floor((distancesM.at(-1)! - distancesM[0]!) / STEP_M) + 1;
  let segment = 0;
  return Int32Array.from({ length: steps }, (_, step) => {
    segment = segmentFrom(distancesM, segment, distancesM[0]! + step * STEP_M);
    return segment;
  });
}

interface At {
  readonly lat: number;
  readonly lon: number;
  readonly distanceM: number;
}

/** The point at which the way from `from` to `to` arrives when it goes on for the run-out. */
function lengthened(from: At, to: At): At {
  const share = RUN_OUT_M / Math.abs(to.distanceM - from.distanceM);
  const beyond = (a: number, b: number) => b + (b - a) * share;
  return {
    lat: beyond(from.lat, to.lat),
    lon: beyond(from.lon, to.lon),
    distanceM: beyond(from.distanceM, to.distanceM),
  };
}

function boxesOf(lats: Float64Array, lons: Float64Array): Float64Array {
  const blocks = Math.ceil((lats.length - 1) / BLOCK);
  const boxes = new Float64Array(blocks * 4);
  for (let b = 0; b < blocks; b += 1) {
    const to = Math.min(lats.length, (b + 1) * BLOCK + 1);
    const y = lats.subarray(b * BLOCK, to);
    const x = lons.subarray(b * BLOCK, to);
    boxes.set([Math.min(...y), Math.max(...y), Math.min(...x), Math.max(...x)], b * 4);
  }
  return boxes;
}

/**
 * Every place of the road between two distances at which it comes nearest to the fix, within reach. A road that is
 * ridden twice has several: who calls chooses, by more than nearness.
 */
export function project(road: RoadIndex, lat: number, lonDeg: number, fromM: number, toM: number, feet: Feet): void {
  const { lats, lons, distancesM, boxes } = road;
  const lon = besideRoad(road, lonDeg);
  feet.count = 0;
  const perLon = METRES_PER_DEGREE * Math.cos(lat * RADIANS);
  const reachLat = REACH_M / METRES_PER_DEGREE;
  const reachLon = REACH_M / perLon;
  const end = Math.min(lats.length - 2, segmentAt(road, toM) + 1);
  let before = Number.POSITIVE_INFINITY;
  let beforeM = 0;
  let falling = false;
  for (let i = Math.max(0, segmentAt(road, fromM) - 1); i <= end; i += 1) {
    const box = (i / BLOCK) | 0;
    if (
      lat < boxes[box * 4]! - reachLat ||
      lat > boxes[box * 4 + 1]! + reachLat ||
      lon < boxes[box * 4 + 2]! - reachLon ||
      lon > boxes[box * 4 + 3]! + reachLon
    ) {
      if (falling) add(feet, beforeM, before, fromM, toM);
      falling = false;
      before = Number.POSITIVE_INFINITY;
      i = (box + 1) * BLOCK - 1;
      continue;
    }
    const ax = (lons[i]! - lon) * perLon;
    const ay = (lats[i]! - lat) * METRES_PER_DEGREE;
    const dx = (lons[i + 1]! - lons[i]!) * perLon;
    const dy = (lats[i + 1]! - lats[i]!) * METRES_PER_DEGREE;
    const length2 = dx * dx + dy * dy;
    const along = length2 > 0 ? -(ax * dx + ay * dy) / length2 : 0;
    const t = along < 0 ? 0 : along > 1 ? 1 : along;
    const x = ax + t * dx;
    const y = ay + t * dy;
    const cross = Math.sqrt(x * x + y * y);
    if (cross > before && falling) add(feet, beforeM, before, fromM, toM);
    falling = cross < before || (falling && cross === before);
    before = cross;
    beforeM = distancesM[i]! + t * (distancesM[i + 1]! - distancesM[i]!);
  }
  if (falling) add(feet, beforeM, before, fromM, toM);
}

/** How far a place is from the nearest point of the road, wherever that is. */
export function nearestM(road: RoadIndex, lat: number, lonDeg: number): number {
  const { lats, lons, boxes } = road;
  const lon = besideRoad(road, lonDeg);
  const perLon = METRES_PER_DEGREE * Math.cos(lat * RADIANS);
  let best2 = Number.POSITIVE_INFINITY;
  for (let box = 0; box * 4 < boxes.length; box += 1) {
    const y = outside(lat, boxes[box * 4]!, boxes[box * 4 + 1]!) * METRES_PER_DEGREE;
    const x = outside(lon, boxes[box * 4 + 2]!, boxes[box * 4 + 3]!) * perLon;
    if (x * x + y * y >= best2) continue;
    const to = Math.min(lats.length, (box + 1) * BLOCK + 1);
    for (let i = box * BLOCK; i < to; i += 1) {
      const north = (lats[i]! - lat) * METRES_PER_DEGREE;
      const east = (lons[i]! - lon) * perLon;
      best2 = Math.min(best2, north * north + east * east);
    }
  }
  return Math.sqrt(best2);
}

/** A road over 180 degrees counts its longitudes on: a fix is to be counted as the road is. */
const besideRoad = ({ lons }: RoadIndex, lon: number): number =>
  Math.abs(lon - lons[0]!) <= 180 ? lon : lons[0]! + turn(lon - lons[0]!);

const outside = (value: number, least: number, most: number): number => Math.max(0, least - value, value - most);

function add(feet: Feet, distanceM: number, crossM: number, fromM: number, toM: number): void {
  if (crossM > REACH_M || distanceM < fromM || distanceM > toM) return;
  const last = feet.count - 1;
  if (last >= 0 && distanceM - feet.distanceM[last]! < SAME_PLACE_M) {
    if (crossM >= feet.crossM[last]!) return;
    feet.distanceM[last] = distanceM;
    feet.crossM[last] = crossM;
  } else if (feet.count < MOST_FEET) {
    feet.distanceM[feet.count] = distanceM;
    feet.crossM[feet.count] = crossM;
    feet.count += 1;
  }
}

/** The direction of the road at a distance, in radians, counted from the east. */
export function headingAt(road: RoadIndex, distanceM: number): number {
  const { lats, lons } = road;
  const i = segmentAt(road, distanceM);
  return Math.atan2(lats[i + 1]! - lats[i]!, (lons[i + 1]! - lons[i]!) * Math.cos(lats[i]! * RADIANS));
}

/** The segment that holds a distance; the first or the last one beyond the ends. */
function segmentAt({ distancesM, segments }: RoadIndex, distanceM: number): number {
  const step = Math.floor((distanceM - distancesM[0]!) / STEP_M);
  return segmentFrom(distancesM, segments[Math.max(0, Math.min(segments.length - 1, step))] ?? 0, distanceM);
}

/** The same, from a segment on that begins before it. */
function segmentFrom(distancesM: Float64Array, from: number, distanceM: number): number {
  let segment = from;
  while (segment < distancesM.length - 2 && distancesM[segment + 1]! <= distanceM) segment += 1;
  return segment;
}
