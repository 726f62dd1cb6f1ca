import type { Climb, Course } from '../../race/course/course.ts';
import { climbingM } from '../../race/course/road.ts';

/** What road the desk goes by, for people: its length, its climbing, its climbs. */
export function roadSaid(course: Course): string {
  const { lengthM, climbs } = course;
  const rises = Number.isNaN(climbingM(course)) ? 'no elevation' : `${Math.round(climbingM(course))} m of climbing`;
  const list = climbs.length === 0 ? 'no climb' : `${climbs.length === 1 ? '1 climb' : `${climbs.length} climbs`}`;
  return `Road: ${km(lengthM, 2)} km, ${rises}, ${[list, climbs.map(climbSaid).join('; ')].filter(Boolean).join(': ')}.`;
}

const climbSaid = ({ name, footM, summitM, gradientPct }: Climb): string =>
  `${name} (${km(footM, 1)}-${km(summitM, 1)} km, ${gradientPct} %)`;

const km = (m: number, digits: number): string => (m / 1000).toFixed(digits);
