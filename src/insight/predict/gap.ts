import type { Mark } from '../../race/course/course.ts';
import type { GapAhead, Silence } from '../forecast.ts';
import { newestIn } from '../front.ts';
import { type Neighbours, neighboursIn } from '../neighbours.ts';
import type { Outlook } from '../outlook.ts';
import { arrivalAt } from './arrival.ts';
import { marksAhead } from './eta.ts';
import { gapEstimate } from './gap-ahead.ts';
import { isTooWide } from './interval.ts';

/** Farther ahead the bands do not hold. */
const FARTHEST_KM = 20;

/** The gap of each group that has one before it, where its front comes to the next marks. */
export const gapsAhead = (outlook: Outlook): readonly GapAhead[] => {
  const measured = neighboursIn(outlook);
  return measured.flatMap((pair) => marksAhead(outlook, pair.front).map((mark) => gapAt(outlook, pair, mark)));
};

function gapAt(outlook: Outlook, { front, past, trend }: Neighbours, mark: Mark): GapAhead {
  const km = (mark.distanceM - newestIn(front).distanceM) / 1000;
  const estimate = gapEstimate(outlook, trend, Math.min(km, FARTHEST_KM));
  const silent: Silence | null = km > FARTHEST_KM ? 'too far' : isTooWide(estimate, estimate.value) ? 'too wide' : null;
  return {
    kind: 'gap',
    id: `gap ${past.group} ${past.previous} ${mark.id}`,
    madeMs: outlook.race.atMs,
    untilMs: arrivalAt(outlook, front, mark.distanceM, 'point').estimate.most.high,
    because: [
      { of: 'gap', value: trend.gapS },
      { of: 'closing', value: -trend.slope },
    ],
    silent,
    group: past.group,
    previous: past.previous,
    mark: mark.id,
    atM: mark.distanceM,
    estimate: silent ? null : estimate,
  };
}
