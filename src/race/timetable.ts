import type { Bib } from './units.ts';

/**
 * When each rider passed each point of the road, on a grid. Gaps, splits and the pace of the road are read from it:
 * its size depends on the course and the field, never on how long the race has lasted.
 */
export interface Timetable {
  /** A rider came from one place to another. Cells are filled once; `again` replaces them, for a fix that came late. */
  note(bib: Bib, from: Moment, to: Moment, again?: boolean): void;
  /** Somebody is there, and how he came is not known: the front has passed all that lies behind him. */
  found(at: Moment): void;
  /** When a rider passed, or null where that is not known. */
  timeAt(bib: Bib, distanceM: number): Passed | null;
  /** When the first one passed; up to `head`, the foremost place known. */
  frontAt(distanceM: number, head: Moment): Passed;
  /** Where the front was, so many seconds after it was here; NaN where that is not known. */
  frontAfter(distanceM: number, seconds: number): number;
  /** All that is known of a rider is wrong. */
  forget(bib: Bib): void;
}

export interface Moment {
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
const SLOWEST_STAGE_MPS = 5;
const FASTEST_STAGE_MPS = 18;
const USUAL_MPS = 11;

/** What times are counted from: a day before the start, whatever the clocks. */
const BEFORE_S = 40_000;

/**
 * Times are seconds in 32 bits, good to some milliseconds. Negative: estimated. Zero: not known. The front is known
 * or estimated everywhere up to its last cell.
 */
export function newTimetable(fromM: number, toM: number, startMs: number): Timetable {
  const cells = Math.floor((toM - fromM) / STEP_M) + 1;
  const zeroMs = startMs - BEFORE_S * 1000;
  const rows = new Map<Bib, Float32Array>();
  const front = new Float32Array(cells);
  let lastCell = -1;

  const metresOf = (cell: number): number => fromM + cell * STEP_M;
  const passed = (time: number): Passed => ({ atMs: zeroMs + Math.abs(time) * 1000, estimated: time < 0 });

  /** Linear between two cells; null where one of them is not known. */
  const read = (row: Float32Array, at: number): Passed | null => {
    const low = Math.floor(at);
    const a = row[low];
    if (!a) return null;
    if (at === low) return passed(a);
    const b = row[low + 1];
    if (!b) return null;
    const time = Math.abs(a) + (at - low) * (Math.abs(b) - Math.abs(a));
    return passed(a < 0 || b < 0 ? -time : time);
  };

  /** Puts estimates on the cells of the front after `low`, up to the place where somebody was found. */
  const bridge = (low: number, distanceM: number, time: number): void => {
    const last = Math.min(cells - 1, Math.floor((distanceM - fromM) / STEP_M));
    let pace = low >= 0 ? (distanceM - metresOf(low)) / (time - Math.abs(front[low]!)) : distanceM / (time - BEFORE_S);
    if (low < 0 && !(pace > SLOWEST_STAGE_MPS && pace < FASTEST_STAGE_MPS)) pace = USUAL_MPS;
    for (let cell = low + 1; cell <= last; cell += 1) front[cell] = -(time - (distanceM - metresOf(cell)) / pace);
    lastCell = Math.max(lastCell, last);
  };
  const lead = (cell: number, time: number): void => {
    if (cell > lastCell + 1) bridge(lastCell, metresOf(cell), Math.abs(time));
    if (cell > lastCell || Math.abs(time) < Math.abs(front[cell]!)) front[cell] = time;
    if (cell > lastCell) lastCell = cell;
  };

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
      const last = Math.min(cells - 1, Math.floor((to.distanceM - fromM) / STEP_M));
      for (let cell = Math.max(0, Math.ceil((from.distanceM - fromM) / STEP_M)); cell <= last; cell += 1) {
        if (row[cell] !== 0 && !again) continue;
        const share = (metresOf(cell) - from.distanceM) / metres;
        row[cell] = sign * ((from.atMs - zeroMs) / 1000 + share * seconds);
        lead(cell, row[cell]!);
      }
    },
    found({ distanceM, atMs }) {
      if (metresOf(lastCell) < distanceM) bridge(lastCell, distanceM, (atMs - zeroMs) / 1000);
    },
    timeAt(bib, distanceM) {
      const row = rows.get(bib);
      return row ? read(row, (distanceM - fromM) / STEP_M) : null;
    },
    frontAt(distanceM, head) {
      const at = Math.max(0, (distanceM - fromM) / STEP_M);
      if (lastCell < 0) return { atMs: head.atMs, estimated: true };
      if (at < lastCell) return read(front, at)!;
      const last = passed(front[lastCell]!);
      const aheadM = head.distanceM - metresOf(lastCell);
      if (aheadM < 1) return last;
      const share = Math.min(1, (distanceM - metresOf(lastCell)) / aheadM);
      return { atMs: last.atMs + share * Math.max(0, head.atMs - last.atMs), estimated: last.estimated };
    },
    frontAfter(distanceM, seconds) {
      const from = read(front, (distanceM - fromM) / STEP_M);
      if (!from || from.estimated) return Number.NaN;
      const target = (from.atMs - zeroMs) / 1000 + seconds;
      if (Math.abs(front[lastCell]!) < target) return Number.NaN;
      let lo = Math.floor((distanceM - fromM) / STEP_M);
      let hi = lastCell;
      while (lo < hi) {
        const mid = (lo + hi) >> 1;
        if (Math.abs(front[mid]!) < target) lo = mid + 1;
        else hi = mid;
      }
      return metresOf(hi);
    },
    forget(bib) {
      rows.delete(bib);
      front.fill(0);
      lastCell = -1;
      const first = new Float32Array(cells);
      for (const row of rows.values()) {
        for (let cell = 0; cell < cells; cell += 1) {
          const time = row[cell]!;
          if (time !== 0 && (first[cell] === 0 || Math.abs(time) < Math.abs(first[cell]!))) first[cell] = time;
        }
      }
      let earliest = Number.POSITIVE_INFINITY;
      for (let cell = cells - 1; cell >= 0; cell -= 1) {
        const time = Math.abs(first[cell]!);
        if (time >= earliest) first[cell] = 0;
        else if (time > 0) earliest = time;
      }
      for (let cell = 0; cell < cells; cell += 1) if (first[cell] !== 0) lead(cell, first[cell]!);
    },
  };
}
