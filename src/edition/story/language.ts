import type { StoryFact, StoryKind } from '../../insight/story.ts';

/** What a story tells, as the sentences of a language need it: every name and figure is written already. */
export interface StoryTold {
  /** "A. PRICE and ROSSI", or how many they are; empty where it names nobody. */
  readonly who: string;
  /** The verb after `who` is in the plural. */
  readonly many: boolean;
  /** "12 riders": all that it is about, whoever of them is named. */
  readonly riders: string;
  readonly count: number;
  /** Riders of the group that they are in now; null where that is the peloton. */
  readonly together: number | null;
  readonly gap: string;
  readonly time: string;
  /** Whole hours. */
  readonly hours: number;
  /** "140 km"; null where it is not known. */
  readonly km: string | null;
  /** What is left to ride; null where nobody knows the end. */
  readonly toGo: string | null;
  readonly speed: string;
  readonly places: number;
  readonly rank: string;
  /** Null where a jersey is won by time. */
  readonly points: number | null;
  /** The name of a climb. */
  readonly mark: string;
  /** "Yellow jersey"; null where it is about none. */
  readonly jersey: string | null;
  readonly team: string;
  /** How far from the record of a climb; null where that is not known, or not for sure. */
  readonly record: string | null;
  /** It is the faster of the two. */
  readonly isRecord: boolean;
  readonly isToBeCaught: boolean;
}

export interface StorySentence {
  readonly title: string;
  readonly text: string;
}

/** Stories in one language. No sentence agrees with the gender of a rider. */
export interface StoryLanguage {
  readonly riders: (count: number) => string;
  readonly and: (before: string, last: string) => string;
  readonly others: (count: number) => string;
  readonly tell: Readonly<Record<StoryKind, (told: StoryTold) => StorySentence>>;
  /** The facts that a story rests on, by name; `seen`: for how long. */
  readonly facts: Readonly<Record<StoryFact | 'seen', string>>;
}

/** "Yellow jersey" within a sentence. */
export const within = (jersey: string): string => jersey.charAt(0).toLowerCase() + jersey.slice(1);
