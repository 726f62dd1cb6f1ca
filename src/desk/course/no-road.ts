import type { Course } from '../../race/course/course.ts';
import { courseFrom } from './course-from.ts';

/** What a feed that tells of riders and of no road puts on its sheet: a short line that nobody rides. */
export const noRoad: Course = (() => {
  const line = [0, 0.01].map((lon) => ({ lat: 45, lon, altitudeM: null }));
  const nothing = { anchors: [], elevation: [], climbs: [], marks: [], sectors: [], laps: null, protectionKm: null };
  const built = courseFrom({ lengthKm: 1, line, ...nothing });
  if (!built.ok) throw new Error(built.error);
  return built.value.course;
})();
