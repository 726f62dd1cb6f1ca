import type { Start } from '../sheet.ts';
import type { Bib, Reading } from '../units.ts';

/** A race against the clock. */
export interface TimeTrial {
  /** In order of time. */
  readonly starts: readonly Start[];
  /** In the order of the start. */
  readonly runs: readonly Run[];
  /** Of a team time trial, in the order of the start; else empty. */
  readonly teams: readonly TeamRun[];
  /** Best finisher so far and since when; null before the first arrival. Of a team, the rider who stopped its clock. */
  readonly hotSeat: { readonly bib: Bib; readonly sinceMs: number } | null;
}

export type RunState = 'waiting' | 'running' | 'finished' | 'out';

export interface Run {
  readonly bib: Bib;
  readonly startMs: number;
  readonly state: RunState;
  readonly splits: readonly Split[];
  /** Seconds to the best of the others at the same point of the road; negative is ahead. Null once finished. */
  readonly virtualGap: Reading | null;
  readonly finishS: number | null;
}

export interface TeamRun {
  readonly team: string;
  readonly startMs: number;
  readonly state: RunState;
  /** Riders in front of or with the one on whom the clock stops. */
  readonly together: readonly Bib[];
  readonly splits: readonly Split[];
  readonly virtualGap: Reading | null;
  readonly finishS: number | null;
}

export interface Split {
  readonly mark: string;
  readonly timeS: number;
  readonly rank: number;
  /** To the best of the others at this split; negative is a new best. 0 where nobody else has passed. */
  readonly deltaS: number;
}
