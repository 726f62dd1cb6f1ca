import type { Bib } from '../units.ts';

export interface Known {
  readonly id: string;
  readonly bibs: readonly Bib[];
}

interface Pair {
  readonly now: number;
  readonly old: number;
  readonly jaccard: number;
}

const SAME = 0.5;

/**
 * Gives each group of now the id of the group that it was: greedily, best agreement first, where at least half of all
 * their riders are in both; those who have left the road since, over the line or out of the race, say nothing. Others
 * are new.
 */
export function identify(
  now: readonly (readonly Bib[])[],
  before: readonly Known[],
  newId: () => string,
): readonly string[] {
  const ids: (string | null)[] = now.map(() => null);
  const taken = new Set<number>();
  for (const pair of pairsOf(now, before)) {
    if (pair.jaccard < SAME || ids[pair.now] !== null || taken.has(pair.old)) continue;
    ids[pair.now] = before[pair.old]!.id;
    taken.add(pair.old);
  }
  return ids.map((id) => id ?? newId());
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
      if (both > 0) pairs.push({ now: i, old: j, jaccard: both / either });
    });
  });
  return pairs.sort((a, b) => b.jaccard - a.jaccard || a.now - b.now || a.old - b.old);
}
