/**
 * When the front of the race passed each cell of the road. A receiver's error may carry one rider too far ahead, so
 * where three riders passed close together the second of them tells the time. Times are seconds; negative: estimated.
 */
export interface FirstTimes {
  /** The last cell that anybody has passed; -1 before. */
  readonly lastCell: number;
  /** 0 where not known: only beyond the last cell. */
  at(cell: number): number;
  /** A rider passed. */
  enter(cell: number, time: number): void;
  /** Somebody was found at a place (in cells), and how he came is not known. */
  found(place: number, time: number): void;
  clear(): void;
}

/** Closer together than this, three riders are one front. */
const TOGETHER_S = 3;

/** Paces are cells per second: the fastest there is, and a guess of how the front came to a place. */
export function newFirstTimes(
  cells: number,
  fastest: number,
  paceOf: (place: number, time: number) => number,
): FirstTimes {
  const first = new Float32Array(cells);
  const second = new Float32Array(cells);
  const third = new Float32Array(cells);
  let lastCell = -1;

  const at = (cell: number): number => {
    const earliest = first[cell]!;
    const isBunch = third[cell] !== 0 && Math.abs(third[cell]!) - Math.abs(earliest) < TOGETHER_S;
    return isBunch ? second[cell]! : earliest;
  };

  /**
   * Puts estimates on the cells up to a place. Where nobody could have ridden there from the last cell in time, the
   * front was ahead of what was known, and what was known gives way.
   */
  const found = (place: number, time: number): void => {
    const last = Math.min(cells - 1, Math.floor(place));
    if (last <= lastCell) return;
    const ridden = lastCell >= 0 ? (place - lastCell) / (time - Math.abs(first[lastCell]!)) : Number.NaN;
    const pace = ridden > 0 && ridden < fastest ? ridden : paceOf(place, time);
    for (let cell = last; cell >= 0; cell -= 1) {
      const estimate = time - (place - cell) / pace;
      if (cell <= lastCell && Math.abs(first[cell]!) <= estimate) break;
      first[cell] = -estimate;
      second[cell] = third[cell] = 0;
    }
    lastCell = last;
  };

  return {
    get lastCell() {
      return lastCell;
    },
    at,
    enter(cell, time) {
      if (cell > lastCell + 1) found(cell - 1, Math.abs(time));
      if (cell > lastCell) {
        first[cell] = time;
        lastCell = cell;
        return;
      }
      const late = Math.abs(time);
      if (late < Math.abs(first[cell]!)) {
        third[cell] = second[cell]!;
        second[cell] = first[cell]!;
        first[cell] = time;
      } else if (second[cell] === 0 || late < Math.abs(second[cell]!)) {
        third[cell] = second[cell]!;
        second[cell] = time;
      } else if (third[cell] === 0 || late < Math.abs(third[cell]!)) third[cell] = time;
    },
    found,
    clear() {
      for (const row of [first, second, third]) row.fill(0);
      lastCell = -1;
    },
  };
}
