import type { Course, Mark } from '../course/course.ts';
import type { HealthBook } from '../health-book.ts';
import type { Fix } from '../track/hypothesis.ts';
import { indexRoad, type RoadIndex } from '../track/road-index.ts';
import type { Bib } from '../units.ts';
import { flaggedOff, lapsDone, wonMs } from './flagged.ts';
import { newPassageBook, type PassageBook } from './passage-book.ts';
import { newRoster, type Roster } from './roster.ts';
import { addFix, dropFixes, newRunner, type Runner } from './runner.ts';
import { newStandstills, type Standstills } from './standstills.ts';
import { newTimetable, type TimedPlace, type Timetable } from './timetable.ts';

/** Everybody on the road of one course, and what has been measured of them. */
export interface Riding {
  readonly course: Course;
  readonly road: RoadIndex;
  readonly runners: Map<Bib, Runner>;
  readonly roster: Roster;
  readonly timetable: Timetable;
  readonly passages: PassageBook;
  readonly standstills: Standstills;
  readonly health: HealthBook;
  /** Who is heard while nothing proves on which lap he is: his newest fix, and where it would be on one of them. */
  readonly lapless: Map<Bib, Lapless>;
  /** Who is heard and on no list, while nothing proves that he is in the race. */
  readonly strangers: Map<Bib, Stranger>;
  /** The runners as they were on the road when last looked at; too few once others are in the race. */
  order: Runner[];
  /** Before this nobody here saw the front of the race pass: it was joined on its way. */
  historyM: number;
  /** The newest fix of anybody. */
  feedMs: number;
  /** All started together: who is first over the line wins. Against the clock nobody has won before all are in. */
  isTogether: boolean;
  /** Nobody was ever farther on the road. */
  furthestM: number;
}

/** Somebody who sends positions and is on no list: a late entry, or a car. */
export interface Stranger {
  readonly runner: Runner;
  /** Where and when he was first found on the road, and how often since. */
  found: { readonly distanceM: number; readonly atMs: number } | null;
  count: number;
}

export interface Lapless {
  readonly fix: Fix;
  readonly onSomeLapM: number;
}

export function newRiding(
  course: Course,
  startMs: number | null,
  health: HealthBook,
  roster: Roster = newRoster(),
  isTogether = true,
): Riding {
  return {
    course,
    road: indexRoad(course),
    runners: new Map(),
    roster,
    timetable: newTimetable(course.line[0]!.distanceM, course.lengthM, startMs),
    passages: newPassageBook(course),
    standstills: newStandstills(),
    health,
    lapless: new Map(),
    strangers: new Map(),
    order: [],
    historyM: Number.NEGATIVE_INFINITY,
    feedMs: Number.NEGATIVE_INFINITY,
    isTogether,
    furthestM: Number.NEGATIVE_INFINITY,
  };
}

/** Makes room for those on the start list, and drops those who are no longer on it. */
export function enlist(riding: Riding, bibs: readonly Bib[]): void {
  const listed = new Set(bibs);
  riding.order = [];
  for (const bib of [...riding.runners.keys()])
    if (!listed.has(bib)) {
      riding.runners.delete(bib);
      riding.lapless.delete(bib);
    }
  for (const bib of bibs)
    if (!riding.runners.has(bib)) riding.runners.set(bib, newRunner(bib, riding.roster.indexOf(bib)));
}

/** Every course that was built has one. */
export const finishLine = (course: Course): Mark => course.marks.find((mark) => mark.kind === 'finish')!;

/** A place this far behind the one on air means that the one on air was wrong. */
const WRONG_M = 150;
/** How long a rider has not been on air before he may start anew farther back. */
const ANEW_MS = 15_000;

/** Moves a rider on, never back. False where the place on air is far ahead of what his fixes say. */
export function advanceTo(riding: Riding, runner: Runner, distanceM: number, atMs: number): boolean {
  const { lengthM } = riding.course;
  const from = runner.last;
  if (!from) {
    if (distanceM < lengthM) arrive(riding, runner, { distanceM, atMs });
    return true;
  }
  if (distanceM < from.distanceM - WRONG_M) {
    if (atMs - from.atMs < ANEW_MS) return false;
    riding.timetable.forget(runner.bib);
    dropFixes(runner);
    arrive(riding, runner, { distanceM, atMs });
    return true;
  }
  const to = { distanceM: Math.max(distanceM, from.distanceM), atMs };
  pass(riding, runner, from, to);
  arrive(riding, runner, to.distanceM <= lengthM ? to : { distanceM: lengthM, atMs });
  const isOverLine = lapsDone(riding.course, to.distanceM) > lapsDone(riding.course, from.distanceM);
  if (runner.finish || to.distanceM >= lengthM || isOverLine) noteFinish(riding, runner);
  return true;
}

/** He is there, however he came. */
export function arrive(riding: Riding, runner: Runner, at: TimedPlace): void {
  riding.timetable.found(runner.bib, at);
  if (!runner.last) runner.foundM = at.distanceM;
  addFix(runner, at);
  if (riding.lapless.size > 0) riding.lapless.delete(runner.bib);
  if (at.atMs > riding.feedMs) riding.feedMs = at.atMs;
  if (at.distanceM > riding.furthestM) riding.furthestM = at.distanceM;
}

/** Writes down the way between two places; `again` where it was written before, from worse news. */
export function pass(
  { timetable, passages }: Riding,
  { bib }: Runner,
  from: TimedPlace,
  to: TimedPlace,
  again = false,
): void {
  timetable.note(bib, from, to, again);
  passages.cross(bib, from, to, timetable);
}

/**
 * Keeps the finish of a rider in step with the lines crossed; one that was only estimated may turn out wrong. Where the
 * race is won by it, or another wins it than was thought, it is that of all who are lapped.
 */
export function noteFinish(riding: Riding, runner: Runner): void {
  const beforeMs = wonMs(riding);
  noteOwnFinish(riding, runner);
  const isOtherWinner = wonMs(riding) !== beforeMs;
  for (const one of isOtherWinner ? riding.runners.values() : [runner]) {
    if (one !== runner) noteOwnFinish(riding, one);
    noteFlag(riding, one);
  }
}

/** All laps ridden. */
function noteOwnFinish({ course, passages, timetable }: Riding, runner: Runner): void {
  const line = finishLine(course);
  const passage = passages.of(line, runner.bib);
  const { last } = runner;
  if (runner.lapsDown > 0) [runner.finish, runner.lapsDown] = [null, 0];
  if (passage?.origin === 'estimated' && last && last.distanceM < course.lengthM && last.atMs >= passage.atMs) {
    passages.release(runner.bib, line, 'estimated');
    runner.finish = null;
  } else if (!passage) {
    runner.finish = null;
  } else if (passage && (runner.finish?.atMs !== passage.atMs || runner.finish.origin !== passage.origin)) {
    runner.finish = { value: 0, atMs: passage.atMs, origin: passage.origin };
    // The road from his last fix to the line belongs to its history, or the next group would be first there.
    if (last) timetable.bridge(runner.bib, last, { distanceM: course.lengthM, atMs: passage.atMs });
  }
}

/** Of who is lapped; a hand that has him finish all of it knows better. */
function noteFlag(riding: Riding, runner: Runner): void {
  if (runner.finish?.origin === 'manual') return;
  const passage = flaggedOff(riding, runner, finishLine(riding.course));
  if (!passage) return;
  runner.finish = { value: 0, atMs: passage.atMs, origin: passage.origin };
  runner.lapsDown = riding.course.laps!.count - passage.lap;
}
