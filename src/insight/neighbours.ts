import type { GapByKm } from '../race/groups/past.ts';
import type { Front } from './front.ts';
import type { Outlook } from './outlook.ts';
import { type GapTrend, trendIn } from './predict/gap-ahead.ts';

export const pairKey = (group: string, previous: string): string => `${group} ${previous}`;

/** A pair of neighbours on the road whose gap has a history. */
export interface Neighbours {
  readonly key: string;
  readonly front: Front;
  readonly past: GapByKm;
  readonly trend: GapTrend;
}

/** Those whose gap is measured now, and known for two kilometres. */
export function neighboursIn({ race, fronts }: Pick<Outlook, 'race' | 'fronts'>): Neighbours[] {
  return race.past.gaps.flatMap((past) => {
    const front = fronts.find(({ key }) => key === past.group);
    const isLive = front && fronts.some(({ key }) => key === past.previous);
    const gap = front?.group.gapToPrevious;
    const trend = isLive && gap && gap.origin !== 'estimated' ? trendIn(past, gap.value) : null;
    return front && trend ? [{ key: pairKey(past.group, past.previous), front, past, trend }] : [];
  });
}
