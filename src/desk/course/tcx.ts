import { type Json, recordOf, recordsOf } from '../feeds/json.ts';
import { type FileMap, type MapRoad, namedPlace, nameOf, pointOf } from './file-map.ts';

/** The roads of a TCX file, as bicycle computers export them: courses, else activities, lap after lap. */
export function tcxMap(file: Json): FileMap {
  const courses = recordsOf(recordOf(file.Courses)?.Course);
  const activities = recordsOf(recordOf(file.Activities)?.Activity);
  const roads = [
    ...courses.map((course): MapRoad => ({ name: nameOf(course.Name), line: lineOf(course) })),
    ...activities.map(
      (activity): MapRoad => ({ name: nameOf(activity.Id), line: recordsOf(activity.Lap).flatMap(lineOf) }),
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

const lineOf = ({ Track }: Json): MapRoad['line'] =>
  recordsOf(Track).flatMap(({ Trackpoint }) =>
    recordsOf(Trackpoint).flatMap((point) => {
      const { LatitudeDegrees, LongitudeDegrees } = recordOf(point.Position) ?? {};
      return pointOf(LatitudeDegrees, LongitudeDegrees, point.AltitudeMeters);
    }),
  );
