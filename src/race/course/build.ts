import type { Course, Laps } from './course.ts';
import { buildClimbs, buildMarks, elevationOf } from './marks.ts';
import { buildProfile } from './profile.ts';
import { closeScale, fitAnchors, onScale, rawLengths } from './scale.ts';
import type { CourseSource } from './source.ts';

interface Point {
  readonly lat: number;
  readonly lon: number;
  readonly altitudeM: number | null;
  readonly distanceM: number;
}

/** Puts a course on the road book's scale. Throws on a line of fewer than two points: there is no road to ride. */
export function buildCourse(source: CourseSource): Course {
  const once = scaled(source);
  const laps = lapsOf(source);
  const line = laps ? unrolled(once, laps) : once;
  const lengthM = source.lengthKm === null ? line.at(-1)!.distanceM : source.lengthKm * 1000;
  const profile = buildProfile(lengthM, elevationOf(source, line));
  const climbs = buildClimbs(source, profile);
  return {
    lengthM,
    line: line.map(({ lat, lon, distanceM }) => ({ lat, lon, distanceM })),
    profile,
    climbs,
    marks: buildMarks(source, climbs, lengthM, line[0]!.distanceM),
    sectors: source.sectors.map((sector, i) => ({
      id: `sector-${i + 1}`,
      kind: sector.kind,
      name: sector.name,
      fromM: sector.fromKm * 1000,
      toM: sector.toKm * 1000,
      stars: sector.stars,
    })),
    laps,
  };
}

function lapsOf({ laps }: CourseSource): Laps | null {
  if (!laps) return null;
  return { fromM: laps.fromKm * 1000, lengthM: (laps.toKm - laps.fromKm) * 1000, count: laps.count };
}

/** The line as given, each lap once, with the road book's distance at each point. */
function scaled(source: CourseSource): Point[] {
  const line = source.line.filter(
    (p, i) => i === 0 || p.lat !== source.line[i - 1]!.lat || p.lon !== source.line[i - 1]!.lon,
  );
  if (line.length < 2) throw new Error('a course needs a line of at least two points; this one has fewer');
  const raw = rawLengths(line);
  const laps = lapsOf(source);
  const repeatedKm = laps ? ((laps.count - 1) * laps.lengthM) / 1000 : 0;
  const anchors = source.anchors.map((anchor) => ({ ...anchor, km: folded(anchor.km, source, repeatedKm) }));
  const neutral = source.marks.find((mark) => mark.kind === 'neutral-start' && mark.km < 0);
  const scale = closeScale(
    fitAnchors(line, raw, anchors),
    raw.at(-1)!,
    source.lengthKm === null ? null : (source.lengthKm - repeatedKm) * 1000,
    (neutral?.km ?? 0) * 1000,
  );
  const points = line.map((p, i) => ({ ...p, distanceM: onScale(scale, raw[i]!) }));
  return points.filter((p, i) => i === 0 || p.distanceM > points[i - 1]!.distanceM + APART_M);
}

/** Kilometre of the line that holds the circuit once. */
function folded(km: number, { laps }: CourseSource, repeatedKm: number): number {
  if (!laps || km <= laps.toKm) return km;
  if (km > laps.toKm + repeatedKm) return km - repeatedKm;
  const into = (km - laps.fromKm) % (laps.toKm - laps.fromKm);
  return into === 0 ? laps.toKm : laps.fromKm + into;
}

/** Points nearer than this along the road are one. */
const APART_M = 0.1;

/** The circuit as often as it is ridden, then what follows it. */
function unrolled(once: readonly Point[], { fromM, lengthM, count }: Laps): Point[] {
  const toM = fromM + lengthM;
  const lap = [
    between(once, fromM),
    ...once.filter((p) => p.distanceM > fromM + APART_M && p.distanceM < toM - APART_M),
  ];
  const line = once.filter((p) => p.distanceM < fromM - APART_M);
  for (let i = 0; i < count; i += 1) line.push(...lap.map((p) => ({ ...p, distanceM: p.distanceM + i * lengthM })));
  const beyond = [between(once, toM), ...once.filter((p) => p.distanceM > toM + APART_M)];
  line.push(...beyond.map((p) => ({ ...p, distanceM: p.distanceM + (count - 1) * lengthM })));
  return line;
}

function between(line: readonly Point[], distanceM: number): Point {
  const next = Math.min(
    line.length - 1,
    Math.max(
      1,
      line.findIndex((p) => p.distanceM >= distanceM),
    ),
  );
  const a = line[next - 1]!;
  const b = line[next]!;
  const t = (distanceM - a.distanceM) / (b.distanceM - a.distanceM);
  const mix = (from: number, to: number) => from + t * (to - from);
  const altitudeM = a.altitudeM === null || b.altitudeM === null ? null : mix(a.altitudeM, b.altitudeM);
  return { lat: mix(a.lat, b.lat), lon: mix(a.lon, b.lon), altitudeM, distanceM };
}
