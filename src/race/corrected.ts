import { climbLines } from './course/climb-lines.ts';
import type { Course, Mark } from './course/course.ts';
import { lapAt } from './course/road.ts';
import { hasOtherCount, isSameCourse, isSameRoad, marksAfter } from './course/same-road.ts';
import type { HealthBook } from './health-book.ts';
import { type Memory, remember, ridersIn } from './memory.ts';
import { isLineWord } from './riders/passage-book.ts';
import { enlist, noteFinish, type Riding } from './riders/riding.ts';
import { withStrangers } from './riders/strangers.ts';
import { isAgainstClock, type Sheet } from './sheet.ts';
import type { Official } from './standings/official.ts';
import { roadRecords } from './time-trial/road-records.ts';
import { createStartFinder } from './time-trial/start-finder.ts';
import type { Origin } from './units.ts';

/** On another road riders are found again within this, on the clock of the race, or their groups are over. */
const FOUND_MS = 60_000;

/**
 * The memory after a sheet, which may come in the middle of a race and correct an earlier one. On the same road all is
 * kept, and lines that have moved are read from the timetable anew. On another road the places begin anew, but who is
 * out, what is official, and what the operator called the groups stay; where the race is told again on it, from its
 * beginning, trackers and timekeepers have told nothing yet. Another race has no past, on whatever road.
 */
export function withSheet(memory: Memory | null, told: Sheet, health: HealthBook, isToldAgain = false): Memory {
  if (!memory) return remember(told, health);
  const { course, info } = memory.sheet;
  if (info.id !== told.info.id) return remember(told, health);
  const sheet = withStrangers(told, memory.riding, memory.sheet);
  if (isSameCourse(course, sheet.course)) return onSameCourse(memory, sheet);
  if (isToldAgain) return onOtherRoad(memory, sheet, isHands, Number.NEGATIVE_INFINITY);
  return isSameRoad(course, sheet.course)
    ? onSameRoad(memory, sheet)
    : onOtherRoad(memory, sheet, isLineWord, memory.riding.feedMs);
}

function onSameCourse(memory: Memory, sheet: Sheet): Memory {
  enlist(memory.riding, [...sheet.riders.keys()]);
  memory.riding.isTogether = !isAgainstClock(sheet);
  return { ...memory, sheet, sight: null, rated: null };
}

function onSameRoad(memory: Memory, sheet: Sheet): Memory {
  const become = marksAfter(memory.sheet.course, sheet.course);
  const fresh = remember(sheet, memory.riding.health, memory.riding.roster);
  const { course, road, passages } = fresh.riding;
  const { timetable: before } = memory.riding;
  const timetable = hasOtherCount(memory.sheet.course, course) ? before.until(course.lengthM) : before;
  const { isTogether } = fresh.riding;
  const riding: Riding = { ...memory.riding, course, road, passages, timetable, isTogether };
  enlist(riding, [...sheet.riders.keys()]);
  carryPassages(memory.riding, riding, become, isLineWord, true);
  enterMoved(memory.sheet.course, riding, become);
  for (const runner of riding.runners.values()) noteFinish(riding, runner);
  return {
    ...memory,
    sheet,
    riding,
    official: officialAfter(memory.official, become),
    confirmed: confirmedAfter(memory.confirmed, become),
    sight: null,
    rated: null,
  };
}

/** The origins of crossings that are kept wherever their line is now. */
type Kept = (origin: Origin) => boolean;
const isHands: Kept = (origin) => origin === 'manual';

/** `feedMs` is the newest that trackers and timekeepers have told of the new road. */
function onOtherRoad(memory: Memory, sheet: Sheet, isKept: Kept, feedMs: number): Memory {
  const become = marksAfter(memory.sheet.course, sheet.course);
  const fresh = remember(sheet, memory.riding.health, memory.riding.roster);
  for (const runner of fresh.riding.runners.values()) {
    const known = memory.riding.runners.get(runner.bib);
    runner.status = known?.status ?? runner.status;
    runner.statusTold = known?.statusTold ?? runner.statusTold;
    runner.seen = known?.seen ?? null;
    runner.company = known?.company ?? null;
  }
  fresh.riding.feedMs = feedMs;
  carryPassages(memory.riding, fresh.riding, become, isKept);
  for (const runner of fresh.riding.runners.values()) noteFinish(fresh.riding, runner);
  return {
    ...memory,
    sheet,
    riding: fresh.riding,
    records: roadRecords(sheet.course.lengthM),
    finishers: roadRecords(sheet.course.lengthM),
    startFinder: createStartFinder(),
    official: officialAfter(memory.official, become),
    confirmed: confirmedAfter(memory.confirmed, become),
    awaited: { riders: ridersIn(memory.settled), untilMs: memory.riding.feedMs + FOUND_MS },
    sight: null,
    rated: null,
  };
}

/**
 * Lines crossed, over to their marks of now. What a timekeeper or a hand has said stays said. What trackers saw is kept
 * where the line has not moved; of the finish always, for nobody is on the road behind it to be read anew.
 */
function carryPassages(
  before: Riding,
  after: Riding,
  become: ReadonlyMap<string, Mark>,
  isKept: Kept,
  isSame = false,
): void {
  const marks = new Map(before.passages.marks.map((mark) => [mark.id, mark]));
  // What was the last lap is one of them where the same circuit is ridden more often.
  const hasOther = isSame && hasOtherCount(before.course, after.course);
  for (const { bib, mark, atMs, origin, lap, bracketS } of before.passages.told()) {
    const [old, now] = [marks.get(mark), become.get(mark)];
    if (!old || !now || !after.runners.has(bib)) continue;
    const stands = now.distanceM === old.distanceM || now.kind === 'finish';
    if (!isKept(origin) && !(isSame && stands)) continue;
    const isLast = !hasOther && lap === (lapAt(before.course, old.distanceM - 1) ?? 0);
    after.passages.enter(bib, now, atMs, origin, isLast ? undefined : lap, bracketS);
  }
}

/** When everybody crossed a line that is new, or stands elsewhere, as far as the timetable tells. */
function enterMoved(before: Course, { runners, timetable, passages }: Riding, become: ReadonlyMap<string, Mark>): void {
  const lines = [...before.marks, ...climbLines(before)];
  const stood = new Set(
    lines.filter((old) => become.get(old.id)?.distanceM === old.distanceM).map((old) => become.get(old.id)!.id),
  );
  for (const mark of passages.marks.filter(({ id }) => !stood.has(id))) {
    for (const bib of runners.keys()) {
      const passed = timetable.timeAt(bib, mark.distanceM);
      if (passed) passages.enter(bib, mark, Math.round(passed.atMs), passed.estimated ? 'estimated' : 'gps');
    }
  }
}

function officialAfter(official: Official, become: ReadonlyMap<string, Mark>): Official {
  const lines = [...official.lines].flatMap(([id, line]) => {
    const mark = become.get(id);
    return mark ? [[mark.id, { ...line, mark: mark.id }] as const] : [];
  });
  return { ...official, lines: new Map(lines) };
}

const confirmedAfter = (marks: Memory['confirmed'], become: ReadonlyMap<string, Mark>): Memory['confirmed'] =>
  marks.flatMap((id) => become.get(id)?.id ?? []);
