import { buildCourse } from '../../race/course/build.ts';
import type { Course } from '../../race/course/course.ts';

const POINTS = 120;
/** As on `noRoad`: somewhere, for nothing is there. */
const MIDDLE = { lat: 45, lon: 5 };
const METRES_PER_DEGREE = 111_195;

/**
 * A road for a race of which nothing is known but how long a lap is: a flat circle. Distances and laps on it are those of
 * the race; no place of it is a place on earth.
 */
export function madeCircuit(lapM: number, laps: number): Course {
  const lapKm = lapM / 1000;
  const radiusM = lapM / (2 * POINTS * Math.sin(Math.PI / POINTS));
  const perLon = METRES_PER_DEGREE * Math.cos((MIDDLE.lat * Math.PI) / 180);
  const line = Array.from({ length: POINTS + 1 }, (_, i) => {
    const angle = (2 * Math.PI * i) / POINTS;
    return {
      lat: MIDDLE.lat + (radiusM * Math.cos(angle)) / METRES_PER_DEGREE,
      lon: MIDDLE.lon + (radiusM * Math.sin(angle)) / perLon,
      altitudeM: null,
    };
  });
  const nothing = { anchors: [], elevation: [], climbs: [], marks: [], sectors: [], protectionKm: null };
  return buildCourse({ ...nothing, lengthKm: lapKm * laps, line, laps: { fromKm: 0, toKm: lapKm, count: laps } });
}
