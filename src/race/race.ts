import type { Group } from './groups/group.ts';
import type { Health } from './health.ts';
import type { Place } from './place.ts';
import type { Passage } from './riders/passage.ts';
import type { Sheet } from './sheet.ts';
import type { Standings } from './standings/tables.ts';
import type { TimeTrial } from './time-trial/run.ts';

/** What is known about the race at one moment. Plain data: it travels, and anyone can draw it. */
export interface Race {
  readonly sheet: Sheet;
  /** The moment it speaks of, on the clock of the race. */
  readonly atMs: number;
  readonly phase: 'before' | 'neutral' | 'racing' | 'finished';
  /** Every rider of the start list, in the order of the road; those off the road last, by bib. */
  readonly places: readonly Place[];
  /** From head to back: a partition of the riders who race and are located. */
  readonly groups: readonly Group[];
  readonly standings: Standings;
  /** Lines crossed so far, oldest first. */
  readonly passages: readonly Passage[];
  /** In a time trial, else null. */
  readonly timeTrial: TimeTrial | null;
  readonly health: Health;
}
