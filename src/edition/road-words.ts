import type { Climb, ClimbCategory } from '../race/course/course.ts';
import type { Edition } from './edition.ts';
import { formatAltitude, formatRoadMark, metresAUnit } from './format.ts';

/** A summit, and what can be said of it. */
export interface Summit {
  /** Share of the road. */
  readonly at: number;
  /** Empty where there is none. */
  readonly category: string;
  /** From much to little; may end with nothing beside the category. */
  readonly texts: readonly string[];
  readonly passed: boolean;
}

/** A round number of the road, at a share of it. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** As it is printed: nothing where the organiser gives none. */
export const letterOf = ({ category }: Climb): string => (category === 'uncategorised' ? '' : category);

const HARDEST: readonly ClimbCategory[] = ['HC', '1', '2', '3', '4', 'uncategorised'];

/**
 * Those still to come before those that are behind, the hardest first: what has no room is left out from the end.
 * Climbs that only we found stay unnamed. `share` places a distance on the road that is shown.
 */
export function summitsOf(
  climbs: readonly Climb[],
  head: number,
  edition: Edition,
  share: (distanceM: number) => number,
): Summit[] {
  const passed = ({ summitM }: Climb) => summitM <= head;
  return climbs
    .filter(({ found, category }) => !found && category !== 'uncategorised')
    .sort(
      (a, b) =>
        Number(passed(a)) - Number(passed(b)) ||
        HARDEST.indexOf(a.category) - HARDEST.indexOf(b.category) ||
        b.altitudeM - a.altitudeM,
    )
    .map((climb) => ({
      at: share(climb.summitM),
      category: letterOf(climb),
      texts: [`${climb.name}  ${formatAltitude(climb.altitudeM, edition)}`, climb.name, ''].slice(
        passed(climb) ? 1 : 0,
      ),
      passed: passed(climb),
    }));
}

/** How far apart round numbers are that are read at a glance. */
const stepOf = (lengthM: number, unitM: number): number =>
  [1, 2, 5, 10, 20, 25, 50, 100].find((units) => lengthM / unitM / units <= 9) ?? 100;

/** Of what is still to ride, up to the line; as dense as is good where so much of it is shown. */
export function ticksToGo(lengthM: number, edition: Edition, shownM = lengthM): Tick[] {
  const unitM = metresAUnit(edition);
  const step = stepOf(shownM, unitM);
  const count = Math.floor(lengthM / unitM / step);
  return Array.from({ length: count }, (_, i) => (count - i) * step * unitM).map((leftM) => ({
    at: 1 - leftM / lengthM,
    text: formatRoadMark(leftM, edition),
  }));
}

/** From the start of the road. */
export function ticksOf(lengthM: number, edition: Edition): Tick[] {
  const unitM = metresAUnit(edition);
  const step = stepOf(lengthM, unitM);
  const count = Math.floor(lengthM / unitM / step);
  return Array.from({ length: count + 1 }, (_, i) => i * step * unitM)
    .filter((distanceM) => lengthM - distanceM > (step * unitM) / 3)
    .map((distanceM) => ({ at: distanceM / lengthM, text: formatRoadMark(distanceM, edition) }));
}
