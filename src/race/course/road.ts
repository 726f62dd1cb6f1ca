import { lastAtOrBelow } from '../lookup.ts';
import type { Course } from './course.ts';
import type { LatLon } from './projection.ts';

/** The place on the road at a distance from km 0; the ends of the line beyond them. */
export function pointAt(course: Course, distanceM: number): LatLon {
  const { line } = course;
  const i = Math.min(
    line.length - 2,
    Math.max(
      0,
      lastAtOrBelow(line, distanceM, (p) => p.distanceM),
    ),
  );
  const a = line[i]!;
  const b = line[i + 1]!;
  const t = Math.min(1, Math.max(0, (distanceM - a.distanceM) / (b.distanceM - a.distanceM)));
  return { lat: a.lat + t * (b.lat - a.lat), lon: a.lon + t * (b.lon - a.lon) };
}

/** Smoothed elevation; level before km 0 and beyond the finish, NaN where the course has no elevation. */
export function altitudeAt(course: Course, distanceM: number): number {
  const { stepM, altitudesM } = course.profile;
  const at = Math.min(altitudesM.length - 1, Math.max(0, distanceM / stepM));
  const low = Math.floor(at);
  const a = altitudesM[low];
  const b = altitudesM[Math.min(altitudesM.length - 1, low + 1)];
  return a === undefined || b === undefined ? Number.NaN : a + (at - low) * (b - a);
}

/** Mean gradient in per cent over a window around the place, 100 m as television shows it. NaN without elevation. */
export function gradientAt(course: Course, distanceM: number, windowM = 100): number {
  const half = Math.min(windowM, course.lengthM) / 2;
  const middle = Math.min(course.lengthM - half, Math.max(half, distanceM));
  return ((altitudeAt(course, middle + half) - altitudeAt(course, middle - half)) / (2 * half)) * 100;
}

/** Metres climbed from km 0 to the finish, on the smoothed profile; NaN without elevation. */
export function climbingM({ profile: { altitudesM } }: Course): number {
  let sum = altitudesM.length > 0 ? 0 : Number.NaN;
  for (let i = 1; i < altitudesM.length; i += 1) sum += Math.max(0, altitudesM[i]! - altitudesM[i - 1]!);
  return sum;
}

/** Mean gradient of each block of the road, from km 0 on: the bars of a profile. The last block may be shorter. */
export function gradientBlocks(
  course: Course,
  blockM = 1000,
  fromM = 0,
  toM = course.lengthM,
): { readonly fromM: number; readonly toM: number; readonly gradientPct: number }[] {
  const blocks: { fromM: number; toM: number; gradientPct: number }[] = [];
  for (let from = fromM; from < toM - 1; from += blockM) {
    const to = Math.min(toM, from + blockM);
    const gradientPct = ((altitudeAt(course, to) - altitudeAt(course, from)) / (to - from)) * 100;
    blocks.push({ fromM: from, toM: to, gradientPct });
  }
  return blocks;
}

/** Which lap of the circuit, from 1; 0 before it; the last one after it. Null where there is no circuit. */
export function lapAt({ laps }: Course, distanceM: number): number | null {
  if (!laps) return null;
  if (distanceM < laps.fromM) return 0;
  return Math.min(laps.count, Math.floor((distanceM - laps.fromM) / laps.lengthM) + 1);
}
