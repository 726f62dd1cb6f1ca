import type { Bib } from '../units.ts';
import { newFirstTimes } from './first-times.ts';
import { refill } from './refill.ts';

/**
 * When each rider passed each point of the road, on a grid. Gaps, splits and the pace of the road are read from it:
 * its size depends on the course and the field, never on how long the race has lasted.
 */
export interface Timetable {
  /** A rider came from one place to another. Cells are filled once; `again` replaces them, for a fix that came late. */
  note(bib: Bib, from: TimedPlace, to: TimedPlace, again?: boolean): void;
  /** A rider came from one place to another unseen: an estimate, as the front rode there, or evenly. */
  bridge(bib: Bib, from: TimedPlace, to: TimedPlace): void;
  /** Somebody is there, and how he came is not known: the front has passed all that lies behind him. */
  found(bib: Bib, at: TimedPlace): void;
  /** When a rider passed, or null where that is not known. */
  timeAt(bib: Bib, distanceM: number): Passed | null;
  /** When the first one passed; up to `head`, the foremost place known. */
  firstTimeAt(distanceM: number, head: TimedPlace): Passed;
  /** How long the front took from one place to another, if it was measured on more than half of that; else null. */
  frontTookS(fromM: number, toM: number): number | null;
  /** Where the front was, so many seconds after it was here; NaN where that is not known. */
  firstPlaceAfter(distanceM: number, seconds: number): number;
  /** All that is known of a rider is wrong; or all since a moment. */
  forget(bib: Bib, sinceMs?: number): void;
  /** All that was noted happened so much later. */
  moveClock(byMs: number): void;
  /** All that was measured, on a road that is the same and ends there. */
  until(toM: number): Timetable;
}

export interface TimedPlace {
  readonly distanceM: number;
  readonly atMs: number;
}

export interface Passed {
  readonly atMs: number;
  /** Not between two fixes that are near enough in time. */
  readonly estimated: boolean;
  /** Not read between places at all: a line was crossed there. */
  readonly told?: 'timed' | 'manual';
}

const STEP_M = 50;
/** Between fixes farther apart than this the time of passing is not measured. */
export const LONGEST_BRACKET_MS = 60_000;
/** From fix to fix, errors of the receivers included; and over a stretch of road. */
const FASTEST_MPS = 40;
const FASTEST_FRONT_MPS = 25;
/** A stage is ridden at a pace between these; the usual one where nothing better is known. */
const SLOWEST_STAGE_MPS = 6;
const FASTEST_STAGE_MPS = 18;
const USUAL_MPS = 11;

/**
 * Trackers fall silent some 420 m before the line, and up to 36 s pass between two fixes: who was within this of it,
 * riding, is taken to come in.
 */
export const SILENT_M = 1000;

/** Times are counted from long before 1970, so that none is zero or negative, however wrong a clock is. */
const ZERO_MS = -1e12;

/**
 * Times are seconds in 64 bits: no start time is needed, and none is lost in rounding. Negative: estimated. Zero: not
 * known. The front is known or estimated everywhere up to its last cell.
 */
export function newTimetable(
  fromM: number,
  toM: number,
  startMs: number | null,
  past: { readonly rows: ReadonlyMap<Bib, Float64Array>; readonly zeroMs: number } = {
    rows: new Map(),
    zeroMs: ZERO_MS,
  },
): Timetable {
  const cells = Math.floor((toM - fromM) / STEP_M) + 1;
  let { zeroMs } = past;
  const rows = new Map([...past.rows].map(([bib, row]) => [bib, ofLength(row, cells)]));

  const cellOf = (distanceM: number): number => (distanceM - fromM) / STEP_M;
  const seenAt = (bib: Bib, { distanceM, atMs }: TimedPlace) => ({
    bib,
    place: cellOf(distanceM),
    time: (atMs - zeroMs) / 1000,
  });
  const passed = (time: number): Passed => ({ atMs: zeroMs + Math.abs(time) * 1000, estimated: time < 0 });
  const rowOf = (bib: Bib): Float64Array => {
    const known = rows.get(bib);
    if (known) return known;
    const row = new Float64Array(cells);
    rows.set(bib, row);
    return row;
  };
  const firstTimes = newFirstTimes({
    cells,
    silentFrom: cells - SILENT_M / STEP_M,
    fastest: FASTEST_FRONT_MPS / STEP_M,
    paceOf({ place, time }) {
      const startS = startMs === null ? Number.NaN : (startMs - zeroMs) / 1000;
      const pace = (fromM + place * STEP_M) / (time - startS);
      return (pace > SLOWEST_STAGE_MPS && pace < FASTEST_STAGE_MPS ? pace : USUAL_MPS) / STEP_M;
    },
  });

  refill(firstTimes, rows);

  const bridge: Timetable['bridge'] = (bib, from, to) => {
    const [a, b] = [seenAt(bib, from), seenAt(bib, to)];
    // A line told by mistake is no ride to it.
    const pace = (b.place - a.place) / (b.time - a.time);
    if (!(pace > 0 && b.time > a.time && pace * STEP_M <= FASTEST_FRONT_MPS)) return;
    firstTimes.found(b, a);
    const row = rowOf(bib);
    const [begin, end] = [Math.max(0, Math.ceil(a.place)), Math.min(cells - 1, Math.floor(b.place))];
    const evenly = (cell: number) => a.time + ((cell - a.place) / (b.place - a.place)) * (b.time - a.time);
    const [firstS, lastS] = [Math.abs(firstTimes.at(begin)), Math.abs(firstTimes.at(end))];
    for (let cell = begin; cell <= end; cell += 1) {
      if (row[cell]! > 0) continue;
      const share = (Math.abs(firstTimes.at(cell)) - firstS) / (lastS - firstS);
      row[cell] = -(share >= 0 && share <= 1 ? evenly(begin) + share * (evenly(end) - evenly(begin)) : evenly(cell));
    }
  };

  return {
    bridge,
    note(bib, from, to, again = false) {
      const seconds = (to.atMs - from.atMs) / 1000;
      const metres = to.distanceM - from.distanceM;
      if (metres <= 0 || seconds <= 0 || metres / seconds > FASTEST_MPS) return;
      if (to.atMs - from.atMs > LONGEST_BRACKET_MS) {
        bridge(bib, from, to);
        return;
      }
      const row = rowOf(bib);
      const [begin, end, fromS] = [cellOf(from.distanceM), cellOf(to.distanceM), (from.atMs - zeroMs) / 1000];
      const last = Math.min(cells - 1, Math.floor(end));
      for (let cell = Math.max(0, Math.ceil(begin)); cell <= last; cell += 1) {
        const isMeasured = row[cell]! > 0;
        if (isMeasured && !again) continue;
        row[cell] = fromS + ((cell - begin) / (end - begin)) * seconds;
        if (!isMeasured) firstTimes.passed(bib, cell, row[cell]!, Math.abs(row[cell - 1] ?? 0));
      }
    },
    found(bib, at) {
      if (!firstTimes.isPast(cellOf(at.distanceM))) firstTimes.found(seenAt(bib, at), null);
    },
    timeAt(bib, distanceM) {
      const row = rows.get(bib);
      const cell = cellOf(distanceM);
      const low = Math.floor(cell);
      const time = row ? between(row[low] ?? 0, row[low + 1] ?? 0, cell - low) : 0;
      return time === 0 ? null : passed(time);
    },
    firstTimeAt(distanceM, head) {
      const lastCell = firstTimes.lastCell();
      if (lastCell < 0) return { atMs: head.atMs, estimated: true };
      const cell = Math.max(0, cellOf(distanceM));
      const low = Math.floor(cell);
      if (low < lastCell) return passed(between(firstTimes.at(low), firstTimes.at(low + 1), cell - low));
      const last = passed(firstTimes.at(lastCell));
      const due = firstTimes.due(cell);
      if (due > 0) return passed(-due);
      const ahead = cellOf(head.distanceM) - lastCell;
      if (ahead < 0.02) return last;
      const share = Math.min(1, (cell - lastCell) / ahead);
      return { atMs: last.atMs + share * Math.max(0, head.atMs - last.atMs), estimated: last.estimated };
    },
    frontTookS(fromM, toM) {
      const from = Math.round(cellOf(fromM));
      let to = Math.min(cells - 1, Math.floor(cellOf(toM)));
      while (to > from && !(firstTimes.at(to) > 0)) to -= 1;
      const seconds = firstTimes.at(to) - (firstTimes.at(from) ?? Number.NaN);
      const metres = (to - from) * STEP_M;
      return firstTimes.at(from) > 0 && metres > (toM - fromM) / 2 ? (seconds * (toM - fromM)) / metres : null;
    },
    firstPlaceAfter(distanceM, seconds) {
      const from = cellOf(distanceM);
      let lo = Math.floor(from);
      let hi = firstTimes.lastCell();
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
    forget(bib, sinceMs = Number.NEGATIVE_INFINITY) {
      const since = (sinceMs - zeroMs) / 1000;
      const row = rows.get(bib);
      if (since > 0 && row) for (const [cell, time] of row.entries()) row[cell] = Math.abs(time) > since ? 0 : time;
      else rows.delete(bib);
      firstTimes.clear();
      refill(firstTimes, rows);
    },
    moveClock(byMs) {
      zeroMs += byMs;
    },
    until: (endM) => newTimetable(fromM, endM, startMs, { rows, zeroMs }),
  };
}

function ofLength(row: Float64Array, cells: number): Float64Array {
  const other = new Float64Array(cells);
  other.set(row.subarray(0, cells));
  return other;
}

/** Between two cells: 0 where one of them is not known, estimated where one of them is. */
function between(a: number, b: number, share: number): number {
  if (share === 0 || a === 0) return a;
  if (b === 0) return 0;
  const time = Math.abs(a) + share * (Math.abs(b) - Math.abs(a));
  return a < 0 || b < 0 ? -time : time;
}
