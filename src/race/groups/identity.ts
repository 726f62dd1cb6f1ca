import { listOf, type RiderIndex } from '../riders/roster.ts';

export interface Known {
  readonly id: string;
  readonly riders: readonly RiderIndex[];
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
  now: readonly (readonly RiderIndex[])[],
  before: readonly Known[],
  newId: () => string,
): readonly Identity[] {
  const ids: (Identity | null)[] = now.map(() => null);
  const taken = new Set<number>();
  for (const pair of pairsOf(now, before)) {
    if (pair.jaccard < SAME || ids[pair.now] !== null || taken.has(pair.old)) continue;
    const most = Math.max(now[pair.now]!.length, before[pair.old]!.riders.length);
    ids[pair.now] = { id: before[pair.old]!.id, isOther: most - pair.both >= OTHERS_SHARE * most };
    taken.add(pair.old);
  }
  return ids.map((one) => one ?? { id: newId(), isOther: true });
}

function pairsOf(now: readonly (readonly RiderIndex[])[], before: readonly Known[]): Pair[] {
  const groupOf = listOf(before.map(({ riders }) => riders));
  const here = before.map(() => 0);
  const shared = now.map((riders) => {
    const both = before.map(() => 0);
    for (const rider of riders) {
      const j = groupOf[rider] ?? -1;
      if (j < 0) continue;
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
