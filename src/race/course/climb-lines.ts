import type { Course, Mark } from './course.ts';

/** The line at the foot of a climb, by the id of the climb. */
export const footId = (climb: string): string => `${climb}-foot`;

/**
 * Where climbs are timed, beside the marks of the course: every foot, and the tops of those that only we found. The top
 * has the id of its climb, as the mark of a summit has. No prize is given here, and nothing is drawn.
 */
export const climbLines = ({ climbs }: Course): readonly Mark[] =>
  climbs.flatMap(({ id, name, footM, summitM, found }): Mark[] => [
    { id: footId(id), kind: 'foot', name, distanceM: footM },
    ...(found ? [{ id, kind: 'summit' as const, name, distanceM: summitM }] : []),
  ]);
