import type { Bib, Origin } from '../units.ts';

/** A rider over a line: a sprint, a summit, a split, the finish. */
export interface Passage {
  readonly mark: string;
  readonly bib: Bib;
  /** Order at this line, from 1. */
  readonly rank: number;
  readonly atMs: number;
  readonly origin: Origin;
  readonly lap: number;
}
