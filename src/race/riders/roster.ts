import type { Bib } from '../units.ts';

/** A rider's number among all whom the engine knows, from 0: what is reckoned of many riders lies in flat arrays by it. */
export type RiderIndex = number;

/** Gives each rider his index, once and for good: on another road, or off the list and on it again, it is the same. */
export interface Roster {
  /** How many indexes were given. */
  readonly size: number;
  indexOf(bib: Bib): RiderIndex;
}

export function newRoster(): Roster {
  const indexes = new Map<Bib, RiderIndex>();
  return {
    get size() {
      return indexes.size;
    },
    indexOf(bib) {
      const known = indexes.get(bib);
      if (known !== undefined) return known;
      indexes.set(bib, indexes.size);
      return indexes.size - 1;
    },
  };
}

/** For each rider the number of the list that he is in; -1 where he is in none. */
export function listOf(lists: readonly (readonly RiderIndex[])[]): Int16Array {
  let last = -1;
  for (const riders of lists) for (const index of riders) if (index > last) last = index;
  const list = new Int16Array(last + 1).fill(-1);
  for (let i = 0; i < lists.length; i += 1) for (const index of lists[i]!) list[index] = i;
  return list;
}
