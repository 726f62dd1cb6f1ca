import type { Bib } from '../units.ts';

export interface Known {
  readonly id: string;
  readonly kind: string;
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
 * their riders are in both; those who have left the road since, over the line or out of the race, say nothing. The dropped are whoever is behind: they keep their id whoever they are. Others are new.
 */
export function identify(
  now: readonly Omit<Known, 'id'>[],
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
  now.forEach((group, i) => {
    if (ids[i] !== null || group.kind !== 'dropped') return;
    const old = before.findIndex((one, j) => one.kind === 'dropped' && !taken.has(j));
    if (old < 0) return;
    ids[i] = before[old]!.id;
    taken.add(old);
  });
  return ids.map((id) => id ?? newId());
}

function pairsOf(now: readonly Omit<Known, 'id'>[], before: readonly Known[]): Pair[] {
  const groupOf = new Map<Bib, number>();
  before.forEach((group, j) => {
    for (const bib of group.bibs) groupOf.set(bib, j);
  });
  const here = before.map(() => 0);
  const shared = now.map((group) => {
    const both = before.map(() => 0);
    for (const bib of group.bibs) {
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
      const either = now[i]!.bibs.length + here[j]! - both;
      if (both > 0) pairs.push({ now: i, old: j, jaccard: both / either });
    });
  });
  return pairs.sort((a, b) => b.jaccard - a.jaccard || a.now - b.now || a.old - b.old);
}
