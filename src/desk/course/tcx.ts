import { type Json, recordOf, recordsOf } from '../feeds/json.ts';
import { type Drawn, type DrawnRoad, namedPlace, nameOf, pointOf } from './drawn.ts';

/** The roads of a TCX file, as bicycle computers export them: courses, else activities, lap after lap. */
export function drawnInTcx(file: Json): Drawn {
  const courses = recordsOf(recordOf(file.Courses)?.Course);
  const activities = recordsOf(recordOf(file.Activities)?.Activity);
  const roads = [
    ...courses.map((course): DrawnRoad => ({ name: nameOf(course.Name), line: lineOf(course) })),
    ...activities.map(
      (activity): DrawnRoad => ({ name: nameOf(activity.Id), line: recordsOf(activity.Lap).flatMap(lineOf) }),
    ),
  ];
  return {
    roads: roads.filter(({ line }) => line.length > 1),
    places: courses.flatMap(({ CoursePoint }) =>
      recordsOf(CoursePoint).flatMap((entry) => {
        const { LatitudeDegrees, LongitudeDegrees } = recordOf(entry.Position) ?? {};
        return namedPlace(entry, LatitudeDegrees, LongitudeDegrees);
      }),
    ),
  };
}

const lineOf = ({ Track }: Json): DrawnRoad['line'] =>
  recordsOf(Track).flatMap(({ Trackpoint }) =>
    recordsOf(Trackpoint).flatMap((point) => {
      const { LatitudeDegrees, LongitudeDegrees } = recordOf(point.Position) ?? {};
      return pointOf(LatitudeDegrees, LongitudeDegrees, point.AltitudeMeters);
    }),
  );
