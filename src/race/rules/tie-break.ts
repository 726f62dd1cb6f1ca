/** What separates riders of the same time, where known: lower is better throughout. */
export interface Tie {
  /** Hundredths of a second of the individual time trials, which whole seconds leave out. */
  readonly hundredths: number;
  /** Sum of the places of all stages. */
  readonly placesSum: number;
  /** Place in the last stage. */
  readonly lastPlace: number;
}

/** Same time in the general classification (UCI 2.6.015): negative where `a` is the better. */
export function tieBreak(a: Tie, b: Tie): number {
  return a.hundredths - b.hundredths || a.placesSum - b.placesSum || a.lastPlace - b.lastPlace;
}

/**
 * Same number of points: more firsts on the most important kind of line, then on the next (stages before sprints, HC
 * before first category): negative where `a` is the better. Tour and Vuelta rules; what is left goes by general time.
 */
export function firstsBreak(a: readonly number[], b: readonly number[]): number {
  for (let kind = 0; kind < a.length || kind < b.length; kind++) {
    const more = (b[kind] ?? 0) - (a[kind] ?? 0);
    if (more !== 0) return more;
  }
  return 0;
}
