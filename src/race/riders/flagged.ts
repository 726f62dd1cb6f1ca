import type { Course, Laps, Mark } from '../course/course.ts';
import type { Bib } from '../units.ts';
import type { Passage } from './passage.ts';
import type { PassageBook } from './passage-book.ts';
import { isHeardAtLines, type Runner } from './runner.ts';
import type { Timetable } from './timetable.ts';

/** What tells whether the race is won, and who has crossed the line since. */
interface Known {
  readonly course: Course;
  readonly runners: ReadonlyMap<Bib, Runner>;
  readonly passages: PassageBook;
  readonly timetable: Pick<Timetable, 'timeAt'>;
  readonly isTogether: boolean;
}

/** The last lap ends at the finish to within this. */
const SAME_M = 1;

/** Nothing but laps, with less than one of them before the first; and it is known how many there are. */
function circuitOf({ laps, lengthM, ridden }: Course): Laps | null {
  if (!laps || ridden?.isEndKnown === false || laps.fromM >= laps.lengthM) return null;
  return Math.abs(laps.fromM + laps.count * laps.lengthM - lengthM) < SAME_M ? laps : null;
}

/** When a circuit race was won, as it was measured; infinite before, and where nobody is flagged off for it. */
export function wonMs({ course, runners, isTogether }: Known): number {
  let firstMs = Number.POSITIVE_INFINITY;
  if (!isTogether || !circuitOf(course)) return firstMs;
  for (const { finish, lapsDown } of runners.values())
    if (finish && lapsDown === 0 && finish.origin !== 'estimated') firstMs = Math.min(firstMs, finish.atMs);
  return firstMs;
}

/**
 * Once a circuit race is won everybody finishes at his next crossing of the line, whatever lap he is on: that crossing.
 * Null where he has not come yet, and for who rides all laps. What he rides after it is no race any more.
 */
export function flaggedOff(known: Known, runner: Runner, line: Mark): Passage | null {
  const laps = circuitOf(known.course);
  const sinceMs = wonMs(known);
  if (!laps || sinceMs === Number.POSITIVE_INFINITY) return null;
  enterSeen(known, runner, line, laps, sinceMs);
  for (let lap = 1; lap < laps.count; lap += 1) {
    const passage = known.passages.of(line, runner.bib, lap);
    if (passage && passage.atMs >= sinceMs) return passage;
  }
  return null;
}

/** Trackers are asked for the line at the end of the road alone: when he crossed it on his laps since then. */
function enterSeen(
  { passages, timetable }: Known,
  runner: Runner,
  line: Mark,
  { fromM, lengthM, count }: Laps,
  sinceMs: number,
): void {
  const { bib, last } = runner;
  if (!last || isHeardAtLines(runner)) return;
  for (let lap = Math.min(count - 1, Math.floor((last.distanceM - fromM) / lengthM)); lap >= 1; lap -= 1) {
    const at = timetable.timeAt(bib, fromM + lap * lengthM);
    if (!at || at.atMs < sinceMs) return;
    if (!passages.of(line, bib, lap))
      passages.enter(bib, line, Math.round(at.atMs), at.estimated ? 'estimated' : 'gps', lap);
  }
}

/** At the end of which lap a place is, or after which: where this changes the line was crossed. */
export const lapsDone = ({ laps }: Course, distanceM: number): number =>
  laps ? Math.floor((distanceM - laps.fromM) / laps.lengthM) : 0;
