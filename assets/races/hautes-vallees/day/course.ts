import type { CourseSource } from '../../../../src/race/course/source.ts';
import { MARKS } from '../race.ts';
import { CLIMBS, NODES } from '../road.ts';
import { LEAD_IN_M, RUN_OUT_M, STEP_M } from './line.ts';
import { heights, road } from './road.ts';

/** How far the published line may be from the road, in metres: what a map made by hand has. */
const MAPPED_WITHIN_M = 2;
const M_PER_DEG = 111_195;

/** What the organiser publishes of the road. */
export function publishedCourse(): CourseSource {
  const { lat, lon, lengthM } = road();
  const start = LEAD_IN_M / STEP_M;
  const end = lat.length - 1 - RUN_OUT_M / STEP_M;
  return {
    lengthKm: lengthM / 1000,
    line: thinned(lat, lon, start, end).map((i) => ({ lat: degrees(lat[i]!), lon: degrees(lon[i]!), altitudeM: null })),
    anchors: NODES.map(([, nodeLat, nodeLon, km]) => ({ lat: nodeLat, lon: nodeLon, km })),
    elevation: heights().map(({ km, altitudeM }) => ({ km, altitudeM: Math.round(altitudeM * 10) / 10 })),
    climbs: CLIMBS.map(({ name, category, footKm, lengthKm, gradientPct, altitudeM }) => ({
      name,
      category,
      summitKm: Math.round((footKm + lengthKm) * 10) / 10,
      lengthKm,
      gradientPct,
      altitudeM,
    })),
    marks: MARKS,
    sectors: [],
    laps: null,
    protectionKm: null,
  };
}

const degrees = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Douglas and Peucker: the points that keep the line within reach of the road. */
function thinned(lat: Float64Array, lon: Float64Array, start: number, end: number): number[] {
  const lonScale = Math.cos((lat[0]! * Math.PI) / 180);
  const kept = [start, end];
  const open: [number, number][] = [[start, end]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [a, b] = span;
    const dx = (lon[b]! - lon[a]!) * lonScale;
    const dy = lat[b]! - lat[a]!;
    const length = Math.hypot(dx, dy) || 1e-12;
    let farthest = 0;
    let at = -1;
    for (let i = a + 1; i < b; i += 1) {
      const off = Math.abs((lon[i]! - lon[a]!) * lonScale * dy - (lat[i]! - lat[a]!) * dx) / length;
      if (off > farthest) [farthest, at] = [off, i];
    }
    if (farthest * M_PER_DEG < MAPPED_WITHIN_M) continue;
    kept.push(at);
    open.push([a, at], [at, b]);
  }
  return kept.sort((a, b) => a - b);
}
