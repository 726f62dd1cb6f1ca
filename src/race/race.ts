import type { Group } from './groups/group.ts';
import type { GroupsPast } from './groups/past.ts';
import type { Health } from './health.ts';
import type { Overrides } from './overrides/override.ts';
import type { Place } from './place.ts';
import type { Passage } from './riders/passage.ts';
import type { Sheet } from './sheet.ts';
import type { Slate } from './slate/slate.ts';
import type { Standings } from './standings/tables.ts';
import type { TimeTrial } from './time-trial/run.ts';
import type { Wind } from './wind.ts';

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
  /** Marks whose result a hand has confirmed: what is not official of any other is not shown. */
  readonly confirmed: readonly string[];
  /** Lines crossed so far, oldest first. */
  readonly passages: readonly Passage[];
  /** In a time trial, else null. */
  readonly timeTrial: TimeTrial | null;
  /** The wind as trackers measure it; null where they say nothing of it. */
  readonly wind: Wind | null;
  /** What became of the groups so far. */
  readonly past: GroupsPast;
  /** The race was joined on its way: there are no groups and no gaps before this; null otherwise. */
  readonly learning: Learning | null;
  /** What hands say instead of the feed. */
  readonly overrides: Overrides;
  /** What a hand has told of the groups. */
  readonly slate: Slate;
  readonly health: Health;
}

/** The race was joined on its way, and is being learnt: places yes, groups and gaps not before this moment. */
export interface Learning {
  readonly untilMs: number;
}
