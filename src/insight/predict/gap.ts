import type { Mark } from '../../race/course/course.ts';
import type { GapAhead, Silence } from '../forecast.ts';
import { newestIn } from '../front.ts';
import { type Neighbours, neighboursIn } from '../neighbours.ts';
import type { Outlook } from '../outlook.ts';
import { arrivalAt } from './arrival.ts';
import { marksAhead } from './eta.ts';
import { gapEstimate } from './gap-ahead.ts';
import { isTooWide } from './interval.ts';
import { unknownYet } from './unknown.ts';

/** Farther ahead the bands do not hold. */
const FARTHEST_M = 20_000;

/** The gap of each group that has one before it, where its front comes to the next marks. */
export const gapsAhead = (outlook: Outlook): readonly GapAhead[] =>
  neighboursIn(outlook).flatMap((pair) => marksAhead(outlook, pair.front).map((mark) => gapAt(outlook, pair, mark)));

function gapAt(outlook: Outlook, pair: Neighbours, mark: Mark): GapAhead {
  const { front, past, trend, isMeasured } = pair;
  const id = `gap ${past.group} ${past.previous} ${mark.id}`;
  const before = outlook.stands(id);
  // Over a hole in the news stands what was said before it.
  if (!isMeasured && before?.kind === 'gap') return before;
  const fromM = newestIn(front).distanceM;
  const isFar = mark.distanceM - fromM > FARTHEST_M;
  const estimate = trend && isMeasured && !isFar ? gapEstimate(outlook, trend, fromM, mark.distanceM) : null;
  const silent: Silence | null = isFar
    ? 'too far'
    : !estimate
      ? unknownYet(before)
      : isTooWide(estimate, estimate.value)
        ? 'too wide'
        : null;
  return {
    kind: 'gap',
    id,
    madeMs: outlook.race.atMs,
    untilMs: arrivalAt(outlook, front, mark.distanceM, 'point').estimate.most.high,
    because: [
      { of: 'gap', value: front.group.gapToPrevious!.value },
      { of: 'closing', value: trend ? -trend.slope : 0 },
    ],
    silent,
    group: past.group,
    previous: past.previous,
    mark: mark.id,
    atM: mark.distanceM,
    estimate: silent ? null : estimate,
  };
}
