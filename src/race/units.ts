/**
 * Units are in the names, everywhere: `distanceM` metres along the course, `gapS` seconds, `speedKph` kilometres per
 * hour, `atMs` milliseconds since 1970 on the clock of the race (the time of the source, never of arrival).
 */

/** A rider's race number, as the organiser writes it: "12", "001", "12A". */
export type Bib = string;

/** "2" before "10" before "12A" before "A1": by the number that a bib begins with, then as text. A total order. */
export const compareBibs = (a: Bib, b: Bib): number => {
  if (a === b) return 0;
  return leadingNumber(a) - leadingNumber(b) || (a < b ? -1 : 1);
};

/** Infinity where a bib begins with no digit. */
function leadingNumber(bib: Bib): number {
  let number = Number.POSITIVE_INFINITY;
  for (let i = 0; i < bib.length; i += 1) {
    const digit = bib.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) break;
    number = (i === 0 ? 0 : number * 10) + digit;
  }
  return number;
}

/**
 * Where a value comes from, from best to worst: `timed` by a line, `gps` from a tracker, `estimated` by us where
 * measurement lacks, `manual` typed in by an operator.
 */
export type Origin = 'timed' | 'gps' | 'estimated' | 'manual';

/** A value that knows when it was true and where it comes from. */
export interface Reading {
  readonly value: number;
  readonly atMs: number;
  readonly origin: Origin;
}

export const mpsFromKph = (kph: number): number => kph / 3.6;
