/**
 * The best elapsed time at each point of the road, and the best of anyone but its holder. It remembers, so that a
 * virtual gap costs nothing however many have ridden. `who` is the bib of a rider, or the code of a team.
 */
export interface RoadRecords {
  /** Tells how far a rider has come, and when he passed each point. */
  note(
    who: string,
    startMs: number,
    distanceM: number,
    timeAt: (who: string, distanceM: number) => number | null,
  ): void;
  /** Takes out a rider who has left the race. Costs as much as all that was noted, for that is noted anew. */
  drop(who: string): void;
  /** All that was noted is noted anew. */
  forget(): void;
  /** Best elapsed milliseconds of the others at a point; null where nobody else has passed. */
  bestOfOthersMs(who: string, distanceM: number): number | null;
}

/** Close enough that a straight line between two points errs by less than the trackers do. */
const STEP_M = 50;
const NOBODY = '';

export function roadRecords(lengthM: number): RoadRecords {
  const cells = Math.floor(lengthM / STEP_M) + 1;
  const bestMs = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
  const secondMs = new Float64Array(cells).fill(Number.POSITIVE_INFINITY);
  const holder = new Array<string>(cells).fill(NOBODY);
  const noted = new Map<string, { startMs: number; cell: number }>();

  // Once for each rider and cell.
  const enter = (cell: number, who: string, elapsedMs: number): void => {
    if (elapsedMs < bestMs[cell]!) {
      secondMs[cell] = bestMs[cell]!;
      bestMs[cell] = elapsedMs;
      holder[cell] = who;
    } else if (elapsedMs < secondMs[cell]!) secondMs[cell] = elapsedMs;
  };

  const forgetAll = (): void => {
    bestMs.fill(Number.POSITIVE_INFINITY);
    secondMs.fill(Number.POSITIVE_INFINITY);
    holder.fill(NOBODY);
    noted.clear();
  };

  const othersAt = (cell: number, who: string): number => (holder[cell] === who ? secondMs[cell]! : bestMs[cell]!);

  return {
    note(who, startMs, distanceM, timeAt) {
      const before = noted.get(who);
      // A corrected start time spoils every record it touched: all riders are then noted anew.
      if (before && before.startMs !== startMs) forgetAll();
      let cell = noted.get(who)?.cell ?? -1;
      const last = Math.min(cells - 1, Math.floor(distanceM / STEP_M));
      while (cell < last) {
        cell += 1;
        const atMs = timeAt(who, cell * STEP_M);
        if (atMs !== null && atMs > startMs) enter(cell, who, atMs - startMs);
      }
      noted.set(who, { startMs, cell });
    },
    drop(who) {
      if (noted.has(who)) forgetAll();
    },
    forget: forgetAll,
    bestOfOthersMs(who, distanceM) {
      const at = distanceM / STEP_M;
      const from = Math.floor(at);
      if (!(from >= 0 && from < cells)) return null;
      const a = othersAt(from, who);
      const b = from + 1 < cells ? othersAt(from + 1, who) : a;
      const ms = b === Number.POSITIVE_INFINITY ? a : a + (b - a) * (at - from);
      return Number.isFinite(ms) ? ms : null;
    },
  };
}
