import type { Bib, Origin } from '../units.ts';

/** A rider over a line: a sprint, a split, the finish, the foot or the top of a climb. */
export interface Passage {
  readonly mark: string;
  readonly bib: Bib;
  /** Order at this line, from 1. */
  readonly rank: number;
  readonly atMs: number;
  readonly origin: Origin;
  readonly lap: number;
  /**
   * Seconds between the two fixes that lie around the line: the time is somewhere between. 0 where a line or a hand told
   * it; null where it is not between two fixes.
   */
  readonly bracketS: number | null;
}
