import type { Bib } from './units.ts';

/** How much of what comes in can be believed. Shown to the operator, never on air. */
export interface Health {
  /** One row per feed and topic. */
  readonly topics: readonly TopicHealth[];
  /** How many riders are in each state of their tracker. */
  readonly trackers: { readonly live: number; readonly late: number; readonly silent: number; readonly off: number };
  /** How many riders are heard while nothing proves on which lap they are: they have no place until then. */
  readonly withoutLap: number;
  /** What was not believed: counted by reason, with the newest example. */
  readonly quarantine: readonly Quarantined[];
}

export interface TopicHealth {
  readonly topic: 'positions' | 'passings' | 'groups' | 'told';
  readonly state: 'live' | 'late' | 'silent' | 'off';
  /** The newest data, on the clock of the race; null when none came. */
  readonly lastMs: number | null;
}

export const quarantineReasons = [
  'unknown-bib',
  'not-a-place',
  'off-course',
  'lap-not-known',
  'too-fast',
  'teleport',
  'late',
  'duplicate',
  'from-the-future',
] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

export interface Quarantined {
  readonly reason: QuarantineReason;
  /** Since the desk knows the race. */
  readonly count: number;
  /** From 0 to 1: of all fixes and crossings that came in during the last minute. */
  readonly share: number;
  /** One sentence on the newest case: who, what, how far. */
  readonly example: string;
  readonly bib: Bib | null;
  readonly atMs: number;
}
