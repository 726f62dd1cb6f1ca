import type { Estimate } from '../estimate.ts';
import type { Limit } from '../forecast.ts';
import type { Outlook } from '../outlook.ts';
import { arrivalAt } from './arrival.ts';
import { isEarly } from './eta.ts';
import { timeLimits } from './limit.ts';

/** From the back of the road: who rides before them is in less danger. */
const MOST_GROUPS = 5;

/** How far inside the time limit the last groups of the road are expected. */
export function limits(outlook: Outlook): readonly Limit[] {
  const { race, fronts } = outlook;
  const finishM = race.sheet.course.lengthM;
  const arrivalOf = (group: string): Estimate | null => {
    const front = fronts.find(({ key }) => key === group);
    return front && !isEarly(front) ? arrivalAt(outlook, front, finishM, 'finish').estimate : null;
  };
  const isSeen = ({ group }: Limit): boolean => fronts.some(({ key }) => key === group);
  return timeLimits({ race, arrivalOf }).filter(isSeen).slice(-MOST_GROUPS);
}
