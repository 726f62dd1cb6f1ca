/**
 * Units are in the names, everywhere: `distanceM` metres along the course, `gapS` seconds, `speedKph` kilometres per
 * hour, `atMs` milliseconds since 1970 on the clock of the race (the time of the source, never of arrival).
 */

/** A rider's race number. */
export type Bib = number;

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

export const kphFromMps = (mps: number): number => mps * 3.6;
export const mpsFromKph = (kph: number): number => kph / 3.6;
