import type { Start } from '../sheet.ts';
import type { Bib, Origin, Reading } from '../units.ts';

/** A race against the clock. */
export interface TimeTrial {
  /** In order of time. */
  readonly starts: readonly RunStart[];
  /** In the order of the start. */
  readonly runs: readonly Run[];
  /** Of a team time trial, in the order of the start; else empty. */
  readonly teams: readonly TeamRun[];
  /** Best finisher so far and since when; null before the first arrival. Of a team, the rider who stopped its clock. */
  readonly hotSeat: { readonly bib: Bib; readonly sinceMs: number } | null;
}

export interface RunStart extends Start {
  /** Nobody told it: it was found from the rider's own average speed. All times that count from it are estimates. */
  readonly recovered: boolean;
}

export type RunState = 'waiting' | 'running' | 'finished' | 'out';

export interface Run extends RunStart {
  readonly state: RunState;
  readonly splits: readonly Split[];
  /**
   * Seconds to the best of the others at the same point of the road, whether they have finished or still ride; negative
   * is ahead. Null once finished.
   */
  readonly virtualGap: Reading | null;
  /**
   * The same to the best of those who have finished, at the same point of the road: whoever of them was the fastest as
   * far as here, not how he finished. Null before the first arrival.
   */
  readonly toBestFinisher: Reading | null;
  /** The same to the rider in the hot seat, when he passed this point of the road. Null while it is empty. */
  readonly toHotSeat: Reading | null;
  readonly finishS: number | null;
  /** Of the time at the finish: `timed` only where a line measured it and the start was told. Null before. */
  readonly finishOrigin: Origin | null;
}

export interface TeamRun {
  readonly team: string;
  readonly startMs: number;
  readonly state: RunState;
  /** Riders in front of or with the one on whom the clock stops. */
  readonly together: readonly Bib[];
  readonly splits: readonly Split[];
  /** Seconds to the best of the other teams at the same point of the road. */
  readonly virtualGap: Reading | null;
  readonly finishS: number | null;
  /** As of a run. */
  readonly finishOrigin: Origin | null;
}

export interface Split {
  readonly mark: string;
  readonly timeS: number;
  readonly origin: Origin;
  readonly rank: number;
  /** To the best of the others at this split; negative is a new best. 0 where nobody else has passed. */
  readonly deltaS: number;
}
