import { buildCourse } from '../../race/course/build.ts';
import type { Course } from '../../race/course/course.ts';
import { rawLengths } from '../../race/course/scale.ts';
import type { CourseSource } from '../../race/course/source.ts';
import { fail, ok, type Result } from '../../wire/result.ts';

/** Shorter than any race, and than the noise of a receiver that stood still. */
const SHORTEST_M = 100;

/** The course of what a stranger calls one, or why it is none: half a sentence that follows the name of its source. */
export function courseFrom(source: CourseSource): Result<Course> {
  const { line, lengthKm } = source;
  if (line.length < 2) return fail('it has no road: two points are the least');
  const alongM = rawLengths(line).at(-1) ?? 0;
  if (!(alongM >= SHORTEST_M))
    return fail(
      `its ${line.length} points lie within ${Math.ceil(alongM)} m, so they are no road: give the road of the whole race`,
    );
  if (lengthKm !== null && !(lengthKm * 1000 >= SHORTEST_M)) return fail(`its length of ${lengthKm} km is no race`);
  try {
    const course = buildCourse(source);
    return course.line.length > 1 && course.line.every(({ distanceM }) => Number.isFinite(distanceM))
      ? ok(course)
      : fail('its road and its figures do not go together: check the kilometres');
  } catch (error) {
    return fail(`no road can be made of it (${error instanceof Error ? error.message : error})`);
  }
}
