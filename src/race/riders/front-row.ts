import { type EarliestTimes, TOGETHER_S } from './earliest-times.ts';

/** What is known of the front, cell by cell: times in seconds, and where they come from. */
export interface FrontRow {
  /** The last cell that the front has passed; -1 before. */
  lastCell(): number;
  /** Negative: estimated; 0: not known. */
  at(cell: number): number;
  /** The same, estimated or not. */
  timeAt(cell: number): number;
  /** An estimate that stands on nothing but the lead that the front had: it was not seen since. */
  isCarried(cell: number): boolean;
  /** Of an estimate: when somebody was seen farther on; of one that was carried: not yet. */
  provenAt(cell: number): number;
  /** By how much he who was first there had been behind the front a cell before: there it fell silent. */
  ledgeAt(cell: number): number;
  measure(cell: number, time: number, behindS: number): void;
  estimate(cell: number, time: number, provenAt: number): void;
  carry(cell: number, time: number): void;
  /** Cells per second, over its last cells; NaN where they were not ridden by anybody seen. */
  pace(): number;
  /** When it would be at a place beyond its last cell, or near it, at a pace. */
  dueAt(place: number, pace: number): number;
  clear(): void;
}

/** The pace of the front is that of its last so many cells. */
const PACE_CELLS = 20;
const NOT_YET = Number.POSITIVE_INFINITY;

export function newFrontRow(cells: number, fastest: number, measured: EarliestTimes): FrontRow {
  const front = new Float64Array(cells);
  const proven = new Float64Array(cells);
  const ledge = new Float64Array(cells);
  let lastCell = -1;

  const timeAt = (cell: number): number => Math.abs(front[cell]!);
  const isCarried = (cell: number): boolean => proven[cell] === NOT_YET;
  const isRidden = (cell: number): boolean => front[cell]! > 0 || isCarried(cell);
  const estimate = (cell: number, time: number, provenAt: number): void => {
    front[cell] = -time;
    proven[cell] = provenAt;
    ledge[cell] = 0;
    lastCell = Math.max(lastCell, cell);
  };
  /** What was carried on from a cell moves with it, until it has come up with those who were measured. */
  const moveCarried = (from: number, byS: number): void => {
    for (let cell = from; cell <= lastCell && isCarried(cell); cell += 1) {
      const carried = timeAt(cell) + byS;
      if (measured.at(cell) - carried > TOGETHER_S) front[cell] = -carried;
      else [front[cell], proven[cell]] = [measured.at(cell), 0];
    }
  };

  return {
    lastCell: () => lastCell,
    at: (cell) => front[cell]!,
    timeAt,
    isCarried,
    provenAt: (cell) => proven[cell]!,
    ledgeAt: (cell) => ledge[cell]!,
    measure(cell, time, behindS) {
      const byS = cell <= lastCell ? time - timeAt(cell) : 0;
      if (cell > lastCell) ledge[cell] = behindS > TOGETHER_S ? behindS : 0;
      front[cell] = time;
      proven[cell] = 0;
      lastCell = Math.max(lastCell, cell);
      if (byS === 0) return;
      ledge[cell]! += byS;
      if (cell < lastCell) ledge[cell + 1]! -= byS;
      moveCarried(cell + 1, byS);
    },
    estimate,
    carry: (cell, time) => estimate(cell, time, NOT_YET),
    pace() {
      const from = Math.max(0, lastCell - PACE_CELLS);
      if (lastCell < from + 2 || !isRidden(from) || !isRidden(lastCell)) return Number.NaN;
      // Without the slowest cell, in which it may have been silent.
      let slowest = 0;
      for (let cell = from + 1; cell <= lastCell; cell += 1)
        slowest = Math.max(slowest, timeAt(cell) - timeAt(cell - 1));
      const pace = (lastCell - from - 1) / (timeAt(lastCell) - timeAt(from) - slowest);
      return pace > 0 && pace < fastest ? pace : Number.NaN;
    },
    dueAt(place, pace) {
      const cell = Math.min(lastCell, Math.floor(place));
      return timeAt(cell) + (place - cell) / pace;
    },
    clear() {
      for (const row of [front, proven, ledge]) row.fill(0);
      lastCell = -1;
    },
  };
}
