/**
 * When the first riders were measured at each cell of the road, in seconds; 0 where nobody was. A receiver's error may
 * carry one rider too far ahead: where three were measured close together, the second of them tells the time.
 */
export interface EarliestTimes {
  at(cell: number): number;
  /** Three were there before: it changes nothing. */
  isLate(cell: number, time: number): boolean;
  enter(cell: number, time: number): void;
  clear(): void;
}

/** Closer together than this, three riders are one front. */
export const TOGETHER_S = 3;

export function newEarliestTimes(cells: number): EarliestTimes {
  const [first, second, third] = [new Float64Array(cells), new Float64Array(cells), new Float64Array(cells)];
  return {
    at(cell) {
      const isBunch = third[cell] !== 0 && third[cell]! - first[cell]! < TOGETHER_S;
      return isBunch ? second[cell]! : first[cell]!;
    },
    isLate: (cell, time) => third[cell] !== 0 && time >= third[cell]!,
    enter(cell, time) {
      if (isEarlier(time, first[cell]!)) {
        third[cell] = second[cell]!;
        second[cell] = first[cell]!;
        first[cell] = time;
      } else if (isEarlier(time, second[cell]!)) {
        third[cell] = second[cell]!;
        second[cell] = time;
      } else if (isEarlier(time, third[cell]!)) third[cell] = time;
    },
    clear() {
      for (const row of [first, second, third]) row.fill(0);
    },
  };
}

const isEarlier = (time: number, known: number): boolean => known === 0 || time < known;
