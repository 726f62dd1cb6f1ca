import type { Group } from '../groups/group.ts';
import type { Place } from '../place.ts';
import type { Passage } from '../riders/passage.ts';
import type { Sheet } from '../sheet.ts';
import type { TimeTrial } from '../time-trial/run.ts';
import type { Bib } from '../units.ts';
import type { Official } from './official.ts';
import type { Standings } from './tables.ts';

/** What the engine knows. Places, groups and passages as in `Race`. */
export interface StandingsInput {
  readonly sheet: Sheet;
  readonly atMs: number;
  readonly places: readonly Place[];
  readonly groups: readonly Group[];
  readonly passages: readonly Passage[];
  /** In a time trial, as of the same moment. */
  readonly timeTrial: TimeTrial | null;
  /** What timekeepers and commissaires have said: fold their events with `withOfficial`, from `nothingOfficial`. */
  readonly official: Official;
  /** The standings given out before: a new virtual leader must last. Null at the start or after a seek. */
  readonly previous: Standings | null;
  /**
   * The group that a rider was last seen in by a good fix, and when. Called for riders who have no fresh place; they
   * stand with that group for a minute, marked as estimated.
   */
  readonly lastSeen: (bib: Bib) => { readonly group: string; readonly atMs: number } | null;
  /** The group in which a rider who has finished came to the line; null where he was in none. */
  readonly companyOf: (bib: Bib) => string | null;
}
