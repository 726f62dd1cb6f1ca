import type { Bib } from './units.ts';

/** What a rider is called, and for whom he rides; or that he is not drawn by name at all: then the value is `HIDDEN`. */
export const overridable = ['given', 'family', 'team', 'nation', 'hidden'] as const;
export const HIDDEN = 'yes';
export type Overridable = (typeof overridable)[number];

/** Until when a hand's word holds: a moment of the race in milliseconds, another word of the feed, or the end of the stage. */
export type OverrideUntil = number | 'feed' | 'stage';

/** What a hand says of a rider instead of the feed. */
export interface Override {
  readonly bib: Bib;
  readonly field: Overridable;
  readonly value: string;
  /** What the feed said when it was said; null where it had no such rider. */
  readonly instead: string | null;
  readonly until: OverrideUntil;
}

/** The newest last; one a field. */
export type Overrides = readonly Override[];

export const noOverrides: Overrides = [];
