import { buildCourse } from '../../../race/course/build.ts';
import type { Course } from '../../../race/course/course.ts';
import type { LatLon } from '../../../race/course/projection.ts';
import { rawLengths } from '../../../race/course/scale.ts';

const nothing = { lengthKm: null, anchors: [], elevation: [], climbs: [], marks: [], sectors: [], protectionKm: null };
/** More than anybody rides in a day. */
const NOBODY_RIDES_M = 300_000;
const MOST_LAPS = 100;

/** Altitudes of receivers err by more than most roads rise: a ridden road has none. */
const withoutAltitudes = (line: readonly LatLon[]) => line.map(({ lat, lon }) => ({ lat, lon, altitudeM: null }));

/** A road as far as it has been ridden; nobody knows where it ends. */
export function growingCourse(line: readonly LatLon[]): Course {
  const known = buildCourse({ ...nothing, line: withoutAltitudes(line), laps: null });
  const [lengthM, knownM] = [NOBODY_RIDES_M, known.lengthM];
  const marks = known.marks
    .filter(({ kind }) => kind === 'start' || kind === 'finish')
    .map((mark) => (mark.kind === 'finish' ? { ...mark, distanceM: lengthM } : mark));
  return { ...known, lengthM, marks, ridden: { knownM, isEndKnown: false } };
}

/** A circuit of which one lap was ridden, with the road to it; `count` null where nobody says how many laps there are. */
export function circuitCourse(
  { line, fromM }: { readonly line: readonly LatLon[]; readonly fromM: number },
  count: number | null,
): Course {
  const ridden = withoutAltitudes(line);
  const lapM = rawLengths(ridden).at(-1)! - fromM;
  const laps = { fromKm: fromM / 1000, toKm: (fromM + lapM) / 1000, count: count ?? lapsIn(lapM) };
  const course = buildCourse({ ...nothing, line: ridden, laps });
  return { ...course, ridden: { knownM: course.lengthM, isEndKnown: count !== null } };
}

const lapsIn = (lapM: number): number => Math.max(1, Math.min(MOST_LAPS, Math.floor(NOBODY_RIDES_M / lapM)));
