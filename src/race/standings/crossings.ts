import type { Course } from '../course/course.ts';
import { lapAt } from '../course/road.ts';
import type { Passage } from '../riders/passage.ts';

/** Those who crossed a line, by id of its mark, in order of time. */
export type Crossings = ReadonlyMap<string, readonly Passage[]>;

/** On a circuit a line is crossed on every lap, and counts on the lap in which the course has its mark. */
export function crossingsOf(course: Course, passages: readonly Passage[]): Crossings {
  const lines = new Map(
    course.marks.map(({ id, distanceM }) => [id, { lap: lapAt(course, distanceM - 1), crossed: [] as Passage[] }]),
  );
  for (const passage of passages) {
    const line = lines.get(passage.mark);
    if (line && (line.lap === null || line.lap === passage.lap)) line.crossed.push(passage);
  }
  const crossings = new Map<string, readonly Passage[]>();
  for (const [mark, { crossed }] of lines) {
    crossings.set(
      mark,
      crossed.sort((a, b) => a.atMs - b.atMs || a.rank - b.rank),
    );
  }
  return crossings;
}
