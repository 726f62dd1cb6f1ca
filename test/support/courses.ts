import { buildCourse } from '../../src/race/course/build.ts';
import type { Course } from '../../src/race/course/course.ts';
import type { CourseSource } from '../../src/race/course/source.ts';
import { straightRoad } from './race.ts';

const METRES_PER_DEGREE = 111_195;

type Point = CourseSource['line'][number];

/** A point so many metres east and north of 45 N 5 E. */
export function at(eastM: number, northM: number): Point {
  const lon = 5 + eastM / (METRES_PER_DEGREE * Math.cos(Math.PI / 4));
  return { lat: 45 + northM / METRES_PER_DEGREE, lon, altitudeM: null };
}

export function arc(center: readonly [number, number], radiusM: number, fromRad: number, toRad: number): Point[] {
  const count = 200;
  return Array.from({ length: count + 1 }, (_, i) => {
    const angle = fromRad + ((toRad - fromRad) * i) / count;
    return at(center[0] + radiusM * Math.cos(angle), center[1] + radiusM * Math.sin(angle));
  });
}

export function courseOf(line: readonly Point[], over: Partial<CourseSource> = {}): Course {
  return buildCourse({ ...straightRoad, lengthKm: null, elevation: [], marks: [], line, ...over });
}

/** The radius of a circle that is 6 km long. */
const RADIUS_M = 6000 / (2 * Math.PI);

/** 3 km to a circuit of 6 km that is ridden five times. */
export const fiveLaps: Course = courseOf([at(-RADIUS_M - 3000, 0), ...arc([0, 0], RADIUS_M, Math.PI, -Math.PI)], {
  laps: { fromKm: 3, toKm: 8.9995, count: 5 },
});

/** 8 km out, and back on the other side of the same road. */
export const outAndBack: Course = courseOf([
  ...Array.from({ length: 81 }, (_, i) => at(i * 100, 0)),
  ...Array.from({ length: 81 }, (_, i) => at(8000 - i * 100, 6)),
]);

/** Two loops of 6 km that cross in the middle. */
export const figureOfEight: Course = courseOf([
  ...arc([0, RADIUS_M], RADIUS_M, -Math.PI / 2, 1.5 * Math.PI),
  ...arc([0, -RADIUS_M], RADIUS_M, Math.PI / 2, -1.5 * Math.PI),
]);
