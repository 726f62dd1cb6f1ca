import { buildCourse } from '../../race/course/build.ts';
import type { Course } from '../../race/course/course.ts';
import { rawLengths } from '../../race/course/scale.ts';
import type { CourseSource } from '../../race/course/source.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { doubted } from './doubt/doubted.ts';
import type { MapPlace } from './file-map.ts';
import { placesOnRoad } from './place-marks.ts';

/** Shorter than any race, and than the noise of a receiver that stood still. */
const SHORTEST_M = 100;

/** A course, and what of its source was doubted, each in half a sentence. */
export interface CourseRead {
  readonly course: Course;
  readonly doubts: readonly string[];
}

/**
 * The course of what a stranger calls one, or why it is none: half a sentence that follows the name of its source. Its
 * road is doubted first; `places` are marked beside it.
 */
export function courseFrom(source: CourseSource, places: readonly MapPlace[] = []): Result<CourseRead> {
  const { lengthKm } = source;
  if (source.line.length < 2) return fail('it has no road: two points are the least');
  const believed = doubted(source.line);
  if (!believed.ok) return believed;
  const { line, doubts } = believed.value;
  const alongM = rawLengths(line).at(-1) ?? 0;
  if (!(alongM >= SHORTEST_M))
    return fail(
      `its ${source.line.length} points lie within ${Math.ceil(alongM)} m, so they are no road: give the road of the whole race`,
    );
  if (lengthKm !== null && !(lengthKm * 1000 >= SHORTEST_M)) return fail(`its length of ${lengthKm} km is no race`);
  const built = builtFrom({ ...source, line });
  if (!built.ok || places.length === 0) return built.ok ? ok({ course: built.value, doubts }) : built;
  const beside = placesOnRoad(built.value, places);
  const again = builtFrom({ ...source, line, marks: [...source.marks, ...beside.marks], tops: beside.tops });
  return again.ok ? ok({ course: again.value, doubts: [...doubts, ...beside.doubts] }) : again;
}

function builtFrom(source: CourseSource): Result<Course> {
  try {
    const course = buildCourse(source);
    return course.line.length > 1 && course.line.every(({ distanceM }) => Number.isFinite(distanceM))
      ? ok(course)
      : fail('its road and its figures do not go together: check the kilometres');
  } catch (error) {
    return fail(`no road can be made of it (${error instanceof Error ? error.message : error})`);
  }
}
