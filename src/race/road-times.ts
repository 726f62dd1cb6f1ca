import type { Memory } from './memory.ts';
import type { Passed } from './riders/timetable.ts';
import { passedAt } from './riders/told-gap.ts';
import { look } from './sight.ts';
import type { Bib } from './units.ts';

/** When the road was ridden today, for reading: too large to travel, it is asked of the engine. */
export interface RoadTimes {
  /** When the first of the race passed a distance from km 0; null beyond the foremost place known. */
  firstAt(distanceM: number): Passed | null;
  /** When a rider passed it; null where that is not known. */
  passedAt(bib: Bib, distanceM: number): Passed | null;
}

export function roadTimesOf(memory: Memory): RoadTimes {
  const { riding } = memory;
  return {
    firstAt(distanceM) {
      const { head } = look(memory, riding.feedMs).field;
      return head && distanceM <= head.distanceM ? riding.timetable.firstTimeAt(distanceM, head) : null;
    },
    passedAt: (bib, distanceM) => passedAt(riding, bib, distanceM),
  };
}
