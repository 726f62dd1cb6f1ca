import type { RaceInfo, Rider } from './sheet.ts';

/** Whole years on the day of the race, where it is ridden; null where nobody knows the birthday. */
export function ageOf({ born }: Pick<Rider, 'born'>, { startMs, utcOffsetMin }: RaceInfo, atMs: number): number | null {
  const [year, month, day] = (born ?? '').split('-').map(Number);
  if (!year || !month || !day) return null;
  const today = new Date((startMs ?? atMs) + utcOffsetMin * 60_000);
  const passed = [today.getUTCMonth() + 1 - month, today.getUTCDate() - day] as const;
  const hadBirthday = passed[0] > 0 || (passed[0] === 0 && passed[1] >= 0);
  return today.getUTCFullYear() - year - (hadBirthday ? 0 : 1);
}
