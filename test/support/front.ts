import { type FirstTimes, newFirstTimes } from '../../src/race/riders/first-times.ts';

/** A road of 100 cells; where nothing is known, a cell takes four seconds. Times begin at 1000. */
export const newFront = (silentFrom = 100): FirstTimes =>
  newFirstTimes({ cells: 100, silentFrom, fastest: 0.5, paceOf: () => 0.25 });

/** Rides from a cell to another, measured, as a rider does who is heard. */
export function ride(front: FirstTimes, bib: string, from: number, to: number, timeAt: (cell: number) => number): void {
  for (let cell = from; cell <= to; cell += 1) {
    front.passed(bib, cell, timeAt(cell), cell > from ? timeAt(cell - 1) : 0);
    front.found({ bib, place: cell, time: timeAt(cell) }, null);
  }
}

export const even =
  (startS: number, cellS = 4) =>
  (cell: number) =>
    startS + cell * cellS;
