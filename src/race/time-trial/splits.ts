import type { Course, Mark } from '../course/course.ts';
import type { Place } from '../place.ts';
import type { Passage } from '../riders/passage.ts';
import { crossingsOf } from '../standings/crossings.ts';
import type { Bib, Origin } from '../units.ts';
import type { RunStart, Split } from './run.ts';

/** A line crossed, and who says when. */
type Crossed = Pick<Passage, 'atMs' | 'origin'>;

/** When riders crossed the lines where a time is taken, by id of the mark. */
export type SplitTimes = ReadonlyMap<string, ReadonlyMap<Bib, Crossed>>;

/** A time since the start, and how it is known. */
interface Timed {
  readonly timeS: number;
  readonly origin: Origin;
}

/** The time at a line; an estimate where the start is one. Null where the line was not crossed since. */
export function timeSince({ startMs, recovered }: Omit<RunStart, 'bib'>, crossed: Crossed | undefined): Timed | null {
  if (!crossed || crossed.atMs <= startMs) return null;
  return { timeS: (crossed.atMs - startMs) / 1000, origin: recovered ? 'estimated' : crossed.origin };
}

/** Where a time is taken, in the order of the road. */
export const timedMarks = (marks: readonly Mark[]): readonly Mark[] =>
  marks.filter(({ kind }) => kind === 'split' || kind === 'finish');

export function splitTimes(course: Course, passages: readonly Passage[], places: readonly Place[]): SplitTimes {
  const crossings = crossingsOf(course, passages);
  const times = new Map<string, ReadonlyMap<Bib, Crossed>>();
  for (const { id, kind } of timedMarks(course.marks)) {
    const ofMark = new Map<Bib, Crossed>();
    for (const one of crossings.get(id) ?? []) if (!ofMark.has(one.bib)) ofMark.set(one.bib, one);
    if (kind === 'finish') {
      for (const { bib, finish } of places) if (finish && !ofMark.has(bib)) ofMark.set(bib, finish);
    }
    times.set(id, ofMark);
  }
  return times;
}

/** Somebody's times, by id of the mark; in a team time trial somebody is a team. */
export type Times = ReadonlyMap<string, Timed>;

/** Ranks and differences at each mark, for each of the runners in turn. The same time: the earlier starter first. */
export function splitsOf(marks: readonly Mark[], runners: readonly Times[]): Split[][] {
  const splits: Split[][] = runners.map(() => []);
  for (const { id } of marks) {
    const ranked = runners
      .map((times, index) => ({ index, ...times.get(id) }))
      .filter((one): one is Timed & { index: number } => one.timeS !== undefined)
      .sort((a, b) => a.timeS - b.timeS || a.index - b.index);
    ranked.forEach(({ index, timeS, origin }, i) => {
      const other = ranked[i === 0 ? 1 : 0];
      splits[index]!.push({ mark: id, timeS, origin, rank: i + 1, deltaS: other ? timeS - other.timeS : 0 });
    });
  }
  return splits;
}
