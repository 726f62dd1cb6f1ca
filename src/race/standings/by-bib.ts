import type { Bib } from '../units.ts';

/** Rows by rider; of two rows the later. */
export function byBib<T extends { readonly bib: Bib }>(rows: readonly T[]): Map<Bib, T> {
  const map = new Map<Bib, T>();
  for (const row of rows) map.set(row.bib, row);
  return map;
}
