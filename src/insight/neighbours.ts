import type { GapByKm } from '../race/groups/past.ts';
import { type Front, isDropped } from './front.ts';
import type { Outlook } from './outlook.ts';
import { type GapTrend, trendIn } from './predict/gap-ahead.ts';

export const pairKey = (group: string, previous: string): string => `${group} ${previous}`;

/** Two groups that ride one behind the other, both seen. */
export interface Neighbours {
  readonly key: string;
  /** Of the group behind. */
  readonly front: Front;
  readonly past: GapByKm;
  /** Null where it is not known for long enough since one of them became another. */
  readonly trend: GapTrend | null;
  /** The gap is measured now, and not carried over a hole in the news. */
  readonly isMeasured: boolean;
}

export function neighboursIn({ race, fronts, road }: Pick<Outlook, 'race' | 'fronts' | 'road'>): Neighbours[] {
  return race.past.gaps.flatMap((past) => {
    const front = fronts.find(({ key }) => key === past.group);
    const gap = front?.group.gapToPrevious;
    if (!front || !gap || !fronts.some(({ key }) => key === past.previous)) return [];
    const key = pairKey(past.group, past.previous);
    const trend = trendIn(past, gap.value, road);
    const isMeasured = gap.origin !== 'estimated';
    return [{ key, front, past, trend: trend && isDropped(front) ? comingBack(trend) : trend, isMeasured }];
  });
}

/** Who has lost contact and comes nearer may not go on so: as measured on recorded stages, no change is expected best. */
const comingBack = (trend: GapTrend): GapTrend => ({ ...trend, share: Math.max(0, trend.share) });
