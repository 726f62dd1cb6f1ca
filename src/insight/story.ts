import type { JerseyKind } from '../race/sheet.ts';
import type { Bib } from '../race/units.ts';
import type { CatchWord } from './forecast.ts';

export const storyKinds = [
  'attack',
  'split',
  'caught',
  'returned',
  'dropped',
  'climb time',
  'last hour',
  'time in front',
  'biggest mover',
  'best placed in front',
  'jersey at risk',
  'teammates in front',
  'wind',
  'forecast changed',
] as const;
export type StoryKind = (typeof storyKinds)[number];

/** Something worth telling that the data prove. An operator approves it, always. */
export interface Story {
  /** Of what it tells and when: the same data tell the same story again. */
  readonly id: string;
  readonly kind: StoryKind;
  /** When it happened, when it was offered, and after when it is old, on the clock of the race. */
  readonly atMs: number;
  readonly offeredMs: number;
  readonly untilMs: number;
  /** Where: metres from km 0. */
  readonly atM: number;
  /** Most important first. */
  readonly bibs: readonly Bib[];
  /** Ids of groups, the one it is about first. */
  readonly groups: readonly string[];
  /** The line it is about: a climb's top; null where it is about none. */
  readonly mark: string | null;
  readonly jersey: JerseyKind | null;
  /** The code of a team. */
  readonly team: string | null;
  /** Of a forecast that changed: what it says now. */
  readonly expects: CatchWord | null;
  /** What its words are made of. A number that the story does not need is not there. */
  readonly facts: Readonly<Partial<Record<StoryFact, number>>>;
  /** What of them is a time or a length is estimated, and carries `~`. */
  readonly isEstimated: boolean;
  /** From 0 to 1: novelty x importance x confidence x freshness when it was found. */
  readonly score: number;
}

export const storyFacts = [
  /** Riders: of those it is about, and of the group that they are in now. */
  'riders',
  'together',
  /** Seconds. */
  'gap',
  'time',
  /** Of a time: it is somewhere within so many seconds. */
  'bracket',
  /** By so many it is slower than the record; negative where it is faster. */
  'record',
  /** Kilometres. */
  'km',
  /** km/h. */
  'speed',
  /** Places won or lost. */
  'places',
  /** A rank in a classification. */
  'rank',
  'points',
] as const;
export type StoryFact = (typeof storyFacts)[number];
