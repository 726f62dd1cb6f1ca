import type { Bib } from '../units.ts';

/**
 * The best elapsed time at each point of the road, and the best of anyone but its holder. It remembers, so that a
 * virtual gap costs nothing however many have ridden. `bib` is the number of a rider, or of a team.
 */
export interface RoadRecords {
  /** Tells how far a rider has come, and when he passed each point. */
  note(bib: Bib, startMs: number, distanceM: number, timeAt: (bib: Bib, distanceM: number) => number | null): void;
  /** Takes out a rider who has left the race. Costs as much as all that was noted, for that is noted anew. */
  drop(bib: Bib): void;
  /** Best elapsed milliseconds of the others at a point; null where nobody else has passed. */
  bestOfOthersMs(bib: Bib, distanceM: number): number | null;
}

/** Close enough that a straight line between two points errs by less than the trackers do. */
const STEP_M = 50;

export function roadRecords(lengthM: number): RoadRecords {
  const cells = Math.floor(lengthM / STEP_M) + 1;
  const bestMs = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
  const secondMs = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
  const holder = new Int32Array(cells);
  const noted = new Map<Bib, { startMs: number; cell: number }>();

  // Once for each rider and cell.
  const enter = (cell: number, bib: Bib, elapsedMs: number): void => {
    if (elapsedMs < bestMs[cell]!) {
      secondMs[cell] = bestMs[cell]!;
      bestMs[cell] = elapsedMs;
      holder[cell] = bib;
    } else if (elapsedMs < secondMs[cell]!) secondMs[cell] = elapsedMs;
  };

  const forgetAll = (): void => {
    bestMs.fill(Number.POSITIVE_INFINITY);
    secondMs.fill(Number.POSITIVE_INFINITY);
    holder.fill(0);
    noted.clear();
  };

  const othersAt = (cell: number, bib: Bib): number => (holder[cell] === bib ? secondMs[cell]! : bestMs[cell]!);

  return {
    note(bib, startMs, distanceM, timeAt) {
      const before = noted.get(bib);
      // A corrected start time spoils every record it touched: all riders are then noted anew.
      if (before && before.startMs !== startMs) forgetAll();
      let cell = noted.get(bib)?.cell ?? -1;
      const last = Math.min(cells - 1, Math.floor(distanceM / STEP_M));
      while (cell < last) {
        cell += 1;
        const atMs = timeAt(bib, cell * STEP_M);
        if (atMs !== null && atMs > startMs) enter(cell, bib, atMs - startMs);
      }
      noted.set(bib, { startMs, cell });
    },
    drop(bib) {
      if (noted.has(bib)) forgetAll();
    },
    bestOfOthersMs(bib, distanceM) {
      const at = distanceM / STEP_M;
      const from = Math.floor(at);
      if (!(from >= 0 && from < cells)) return null;
      const a = othersAt(from, bib);
      const b = from + 1 < cells ? othersAt(from + 1, bib) : a;
      const ms = b === Number.POSITIVE_INFINITY ? a : a + (b - a) * (at - from);
      return Number.isFinite(ms) ? ms : null;
    },
  };
}
