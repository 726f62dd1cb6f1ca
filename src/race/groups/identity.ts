import type { Bib } from '../units.ts';

export interface Known {
  readonly id: string;
  readonly bibs: readonly Bib[];
}

interface Pair {
  readonly now: number;
  readonly old: number;
  readonly both: number;
  readonly jaccard: number;
}

const SAME = 0.5;
/** Where so many of a group are others than a moment before, it has split or merged: its gaps of before say little. */
const OTHERS_SHARE = 0.2;

export interface Identity {
  readonly id: string;
  /** New, or made up otherwise than the moment before. */
  readonly isOther: boolean;
}

/**
 * Gives each group of now the id of the group that it was: greedily, best agreement first, where at least half of all
 * their riders are in both; those who have left the road since, over the line or out of the race, say nothing. Others
 * are new.
 */
export function identify(
  now: readonly (readonly Bib[])[],
  before: readonly Known[],
  newId: () => string,
): readonly Identity[] {
  const ids: (Identity | null)[] = now.map(() => null);
  const taken = new Set<number>();
  for (const pair of pairsOf(now, before)) {
    if (pair.jaccard < SAME || ids[pair.now] !== null || taken.has(pair.old)) continue;
    const most = Math.max(now[pair.now]!.length, before[pair.old]!.bibs.length);
    ids[pair.now] = { id: before[pair.old]!.id, isOther: most - pair.both >= OTHERS_SHARE * most };
    taken.add(pair.old);
  }
  return ids.map((one) => one ?? { id: newId(), isOther: true });
}

function pairsOf(now: readonly (readonly Bib[])[], before: readonly Known[]): Pair[] {
  const groupOf = new Map<Bib, number>();
  before.forEach((group, j) => {
    for (const bib of group.bibs) groupOf.set(bib, j);
  });
  const here = before.map(() => 0);
  const shared = now.map((bibs) => {
    const both = before.map(() => 0);
    for (const bib of bibs) {
      const j = groupOf.get(bib);
      if (j === undefined) continue;
      both[j]! += 1;
      here[j]! += 1;
    }
    return both;
  });
  const pairs: Pair[] = [];
  shared.forEach((all, i) => {
    all.forEach((both, j) => {
      const either = now[i]!.length + here[j]! - both;
      if (both > 0) pairs.push({ now: i, old: j, both, jaccard: both / either });
    });
  });
  return pairs.sort((a, b) => b.jaccard - a.jaccard || a.now - b.now || a.old - b.old);
}
