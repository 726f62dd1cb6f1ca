import type { Estimate } from './estimate.ts';
import type { GapTrend } from './predict/gap-ahead.ts';

/** What was expected, and what the engine measured when it came. */
export interface Outcome {
  readonly kind: 'arrival' | 'gap';
  /** The front, or the two neighbours. */
  readonly of: string;
  readonly madeMs: number;
  /** Where the front was then, and where it came to. */
  readonly fromM: number;
  readonly atM: number;
  /** Milliseconds on the clock of the race; seconds for a gap. */
  readonly estimate: Estimate;
  readonly truth: number;
  /** Of a gap, as it was changing then. */
  readonly trend: GapTrend | null;
}
