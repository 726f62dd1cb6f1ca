import type { Sheet } from '../sheet.ts';
import type { Bib } from '../units.ts';

/**
 * Who is at most so old in the year of the race (UCI 2.6.018: by year of birth), as far as birthdays are known, and who
 * was classified among the young before the stage.
 */
export function youngRiders({ riders, info, young: told = [] }: Sheet, atMs: number, maxAge: number): ReadonlySet<Bib> {
  const year = new Date((info.startMs ?? atMs) + info.utcOffsetMin * 60_000).getUTCFullYear();
  const young = new Set<Bib>(told.map(({ bib }) => bib));
  for (const { bib, born } of riders.values()) {
    if (born !== null && year - Number(born.slice(0, 4)) <= maxAge) young.add(bib);
  }
  return young;
}
