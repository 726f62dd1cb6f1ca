import type { Bib } from '../units.ts';
import { type FirstTimes, newFirstTimes } from './first-times.ts';

/**
 * When each rider passed each point of the road, on a grid. Gaps, splits and the pace of the road are read from it:
 * its size depends on the course and the field, never on how long the race has lasted.
 */
export interface Timetable {
  /** A rider came from one place to another. Cells are filled once; `again` replaces them, for a fix that came late. */
  note(bib: Bib, from: TimedPlace, to: TimedPlace, again?: boolean): void;
  /** Somebody is there, and how he came is not known: the front has passed all that lies behind him. */
  found(at: TimedPlace): void;
  /** When a rider passed, or null where that is not known. */
  timeAt(bib: Bib, distanceM: number): Passed | null;
  /** When the first one passed; up to `head`, the foremost place known. */
  firstTimeAt(distanceM: number, head: TimedPlace): Passed;
  /** Where the front was, so many seconds after it was here; NaN where that is not known. */
  firstPlaceAfter(distanceM: number, seconds: number): number;
  /** All that is known of a rider is wrong. */
  forget(bib: Bib): void;
  /** All that was noted happened so much later. */
  moveClock(byMs: number): void;
}

export interface TimedPlace {
  readonly distanceM: number;
  readonly atMs: number;
}

export interface Passed {
  readonly atMs: number;
  /** Not between two fixes that are near enough in time. */
  readonly estimated: boolean;
}

const STEP_M = 50;
/** Between fixes farther apart than this the time of passing is not measured. */
export const LONGEST_BRACKET_MS = 60_000;
const FASTEST_MPS = 40;
/** A stage is ridden at a pace between these; the usual one where nothing better is known. */
const SLOWEST_STAGE_MPS = 6;
const FASTEST_STAGE_MPS = 18;
const USUAL_MPS = 11;

/** Who passes a cell within this much of the front's farthest news may have been the front. */
const SAME_S = 60;

/** Times are counted from so long before the start, or before the first news where that is another day. */
const BEFORE_S = 40_000;

/**
 * Times are seconds in 32 bits, good to some milliseconds. Negative: estimated. Zero: not known. The front is known
 * or estimated everywhere up to its last cell.
 */
export function newTimetable(fromM: number, toM: number, startMs: number | null): Timetable {
  const cells = Math.floor((toM - fromM) / STEP_M) + 1;
  let zeroMs = Number.NaN;
  const rows = new Map<Bib, Float32Array>();
  const firstTimes = newFirstTimes(cells, FASTEST_MPS / STEP_M, (place, time) => {
    const pace = (fromM + place * STEP_M) / (time - ((startMs ?? Number.NaN) - zeroMs) / 1000);
    return (pace > SLOWEST_STAGE_MPS && pace < FASTEST_STAGE_MPS ? pace : USUAL_MPS) / STEP_M;
  });

  const cellOf = (distanceM: number): number => (distanceM - fromM) / STEP_M;
  const secondsOf = (atMs: number): number => {
    if (Number.isNaN(zeroMs)) zeroMs = zeroOf(startMs, atMs);
    return (atMs - zeroMs) / 1000;
  };
  const passed = (time: number): Passed => ({ atMs: zeroMs + Math.abs(time) * 1000, estimated: time < 0 });

  return {
    note(bib, from, to, again = false) {
      const seconds = (to.atMs - from.atMs) / 1000;
      const metres = to.distanceM - from.distanceM;
      if (metres <= 0 || seconds <= 0 || metres / seconds > FASTEST_MPS) return;
      let row = rows.get(bib);
      if (!row) {
        row = new Float32Array(cells);
        rows.set(bib, row);
      }
      const sign = to.atMs - from.atMs > LONGEST_BRACKET_MS ? -1 : 1;
      const [begin, end] = [cellOf(from.distanceM), cellOf(to.distanceM)];
      const last = Math.min(cells - 1, Math.floor(end));
      for (let cell = Math.max(0, Math.ceil(begin)); cell <= last; cell += 1) {
        const isKnown = row[cell] !== 0;
        if (isKnown && !again) continue;
        row[cell] = sign * (secondsOf(from.atMs) + ((cell - begin) / (end - begin)) * seconds);
        if (!isKnown) firstTimes.enter(cell, row[cell]!);
      }
    },
    found: ({ distanceM, atMs }) => firstTimes.found(cellOf(distanceM), secondsOf(atMs)),
    timeAt(bib, distanceM) {
      const row = rows.get(bib);
      const cell = cellOf(distanceM);
      const low = Math.floor(cell);
      const time = row ? between(row[low] ?? 0, row[low + 1] ?? 0, cell - low) : 0;
      return time === 0 ? null : passed(time);
    },
    firstTimeAt(distanceM, head) {
      const { lastCell } = firstTimes;
      if (lastCell < 0) return { atMs: head.atMs, estimated: true };
      const cell = Math.max(0, cellOf(distanceM));
      const low = Math.floor(cell);
      if (low < lastCell) return passed(between(firstTimes.at(low), firstTimes.at(low + 1), cell - low));
      const last = passed(firstTimes.at(lastCell));
      const ahead = cellOf(head.distanceM) - lastCell;
      if (ahead < 0.02) return last;
      const share = Math.min(1, (cell - lastCell) / ahead);
      return { atMs: last.atMs + share * Math.max(0, head.atMs - last.atMs), estimated: last.estimated };
    },
    firstPlaceAfter(distanceM, seconds) {
      const from = cellOf(distanceM);
      let lo = Math.floor(from);
      let hi = firstTimes.lastCell;
      const here = lo >= 0 && lo < hi ? between(firstTimes.at(lo), firstTimes.at(lo + 1), from - lo) : 0;
      const target = here + seconds;
      if (here <= 0 || Math.abs(firstTimes.at(hi)) < target) return Number.NaN;
      while (lo < hi) {
        const mid = (lo + hi) >> 1;
        if (Math.abs(firstTimes.at(mid)) < target) lo = mid + 1;
        else hi = mid;
      }
      return fromM + hi * STEP_M;
    },
    forget(bib) {
      rows.delete(bib);
      firstTimes.clear();
      refill(firstTimes, [...rows.values()], cells);
    },
    moveClock(byMs) {
      zeroMs += byMs;
    },
  };
}

function zeroOf(startMs: number | null, firstMs: number): number {
  const isToday = startMs !== null && Math.abs(firstMs - startMs) < BEFORE_S * 1000;
  return (isToday ? startMs : firstMs) - BEFORE_S * 1000;
}

/** Between two cells: 0 where one of them is not known, estimated where one of them is. */
function between(a: number, b: number, share: number): number {
  if (share === 0 || a === 0) return a;
  if (b === 0) return 0;
  const time = Math.abs(a) + share * (Math.abs(b) - Math.abs(a));
  return a < 0 || b < 0 ? -time : time;
}

/** Enters all that is known, but no passage of a cell that is later than somebody's passage of a farther one. */
function refill(firstTimes: FirstTimes, rows: readonly Float32Array[], cells: number): void {
  const latest = new Float32Array(cells).fill(Number.POSITIVE_INFINITY);
  for (let cell = cells - 1; cell >= 0; cell -= 1) {
    const earliest = Math.min(
      ...rows.map((row) => (row[cell] === 0 ? Number.POSITIVE_INFINITY : Math.abs(row[cell]!))),
    );
    latest[cell] = Math.min(latest[cell + 1] ?? Number.POSITIVE_INFINITY, earliest);
  }
  for (let cell = 0; cell < cells; cell += 1) {
    const known = rows.map((row) => row[cell]!).filter((time) => time !== 0 && Math.abs(time) < latest[cell]! + SAME_S);
    for (const time of known) firstTimes.enter(cell, time);
  }
}
