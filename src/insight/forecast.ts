import type { JerseyKind } from '../race/sheet.ts';
import type { Bib } from '../race/units.ts';
import type { Estimate } from './estimate.ts';

/** What is expected of the race. It stands for a minute at least, and is withdrawn with a reason. */
export type Forecast = Eta | GapAhead | Catch | TrialTime | Limit | JerseyHope | Chase;

interface Made {
  /** The same for the same thing, made anew: "eta head finish". */
  readonly id: string;
  /** On the clock of the race. */
  readonly madeMs: number;
  /** When it is over, whatever happens until then. */
  readonly untilMs: number;
  /** The two facts that moved it most. */
  readonly because: readonly Fact[];
  /** Why it does not speak; null where it does. What is silent is shown to nobody. */
  readonly silent: Silence | null;
}

/** When the front of a group comes to a place: milliseconds on the clock of the race. */
export interface Eta extends Made {
  readonly kind: 'eta';
  readonly group: string;
  /** The mark that lies there: the finish, a summit, a sprint. */
  readonly mark: string;
  readonly atM: number;
  readonly estimate: Estimate | null;
}

/** How far a group is behind the one before it when its front comes to a place, in seconds. */
export interface GapAhead extends Made {
  readonly kind: 'gap';
  readonly group: string;
  readonly previous: string;
  readonly mark: string;
  readonly atM: number;
  readonly estimate: Estimate | null;
}

export type CatchWord = 'will hold' | 'open' | 'will be caught';

/** Whether the group behind catches the one in front before the finish. In words: no percentage is ever shown. */
export interface Catch extends Made {
  readonly kind: 'catch';
  readonly group: string;
  readonly previous: string;
  /** Null where it is silent. */
  readonly word: CatchWord | null;
  /** For the scorecard alone: from 0 to 1. */
  readonly probability: number;
  /** Where the gap is expected to be nothing; null beyond the finish. */
  readonly whereM: Estimate | null;
}

/** How long a rider takes to a line of a race against the clock, in seconds. */
export interface TrialTime extends Made {
  readonly kind: 'trial';
  readonly bib: Bib;
  readonly mark: string;
  readonly estimate: Estimate | null;
}

/** When the time limit ends a group's race, and how far inside it the group is expected, in seconds: negative is outside. */
export interface Limit extends Made {
  readonly kind: 'limit';
  readonly group: string;
  readonly limitMs: number;
  readonly estimate: Estimate | null;
}

/** What a rider can still do for a jersey. Exact: from the rules, not from chances. */
export interface JerseyHope extends Made {
  readonly kind: 'jersey';
  readonly jersey: JerseyKind;
  readonly bib: Bib;
  /** He would wear it as things stand. */
  readonly wears: boolean;
  /** Points, or seconds to gain on who would wear it; 0 for himself. */
  readonly needs: number;
  readonly canStillWin: boolean;
}

/** How much faster than the group in front one must ride to catch it at the line, in per cent. */
export interface Chase extends Made {
  readonly kind: 'chase';
  readonly group: string;
  readonly previous: string;
  readonly fasterPct: Estimate | null;
}

/** What a forecast rests on, as a number; words for it are in the edition. */
export interface Fact {
  readonly of: FactKind;
  readonly value: number;
}

export const factKinds = [
  /** Seconds a kilometre, positive where the gap becomes smaller. */
  'closing',
  /** Kilometres. */
  'to go',
  /** Seconds. */
  'gap',
  /** Per cent of what is usual on such roads: 104 is faster. */
  'pace',
  /** Per cent, of the road that is left. */
  'climbing',
  /** Riders in front. */
  'in front',
  /** Seconds to the best, negative is ahead. */
  'split',
  /** Finishers to compare with. */
  'finishers',
  /** Points, or seconds, still to be won. */
  'to win',
  /** Seconds. */
  'behind',
] as const;
export type FactKind = (typeof factKinds)[number];

export const silences = [
  'too early',
  'too far',
  'too near',
  'too wide',
  'no history',
  'old news',
  'groups changed',
  'stopped',
  'not racing',
] as const;
export type Silence = (typeof silences)[number];
