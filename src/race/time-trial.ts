import type { Bib, Reading } from './units.ts';

/** A race against the clock. */
export interface TimeTrial {
  readonly starts: readonly { readonly bib: Bib; readonly startMs: number }[];
  readonly runs: readonly Run[];
  /** Best finisher so far and since when; null before the first arrival. */
  readonly hotSeat: { readonly bib: Bib; readonly sinceMs: number } | null;
}

export interface Run {
  readonly bib: Bib;
  readonly startMs: number;
  readonly splits: readonly Split[];
  /** Seconds to the best at the same point of the road, between splits; negative is ahead. */
  readonly virtualGap: Reading | null;
  readonly finishS: number | null;
}

export interface Split {
  readonly mark: string;
  readonly timeS: number;
  readonly rank: number;
  /** To the best at this split, negative when it is a new best. */
  readonly deltaS: number;
}
