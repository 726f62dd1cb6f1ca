import { subjectOf } from './overrides/override.ts';
import type { Race } from './race.ts';

/**
 * Where the head of the race is, in metres from km 0. The line, once somebody has crossed it; null when not known. What a
 * hand says it has to go counts on from there as the head is seen to ride; where nobody sees it, it stands as it was said.
 */
export function headM(race: Race): number | null {
  const seenM = seenHeadM(race);
  const told = race.overrides.find(({ path }) => subjectOf(path)?.of === 'to-go');
  const { lengthM } = race.sheet.course;
  if (!told || race.places[0]?.finish) return seenM;
  const toldM = lengthM - 1000 * Number(told.value);
  const ridden = seenM === null || told.instead === null ? 0 : seenM - (lengthM - 1000 * Number(told.instead));
  return Math.min(lengthM, Math.max(0, toldM + ridden));
}

/** The same without what a hand says. */
export function seenHeadM(race: Race): number | null {
  if (race.places[0]?.finish) return race.sheet.course.lengthM;
  const frontM = race.groups[0]?.frontM ?? Number.NaN;
  return Number.isNaN(frontM) ? null : frontM;
}
