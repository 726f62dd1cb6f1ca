/** The field, from the start to the finish: what everybody leaves and most come back to. */
export const FIELD = 'field';
/** Not a group but the pace at the head of the race, whoever sets it: gaps are told to it. */
export const HEAD = 'head';

/** What happens in a day, in words that an organiser would use: who leaves whom, where, and how far they get. */
export interface Plot {
  readonly pace: readonly Pace[];
  /** Each after those that it speaks of; the field first. */
  readonly bunches: readonly Bunch[];
  readonly prizes: readonly Prize[];
  /** A bunch of one rider, who stays where he fell. */
  readonly abandons: string;
  /** Whoever changes his bicycle leaves his tracker on it for a while: the first of the bunch. */
  readonly changesBike: { readonly bunch: string; readonly silentS: number };
  /** Shortly before this bunch comes back is a good moment to begin to watch. */
  readonly watchBefore: string;
}

/** What the head of the race pushes on a climb, in watts per kilogram of rider, from a kilometre on. */
export interface Pace {
  readonly km: number;
  readonly wattsPerKg: number;
}

/** A group of riders and its way through the day. */
export interface Bunch {
  readonly id: string;
  /** Null for the field alone. */
  readonly leaves: Leaving | null;
  /** In road order, after the leaving. */
  readonly path: readonly Waypoint[];
  /** Null when the bunch rides to the finish. */
  readonly ends: BunchEnding | null;
}

export interface Leaving {
  readonly from: string;
  readonly km: number;
  /** Off the front, off the back, or out of the middle, standing. */
  readonly side: 'front' | 'back' | 'middle';
  readonly who: PlotChoice;
  readonly stopS: number;
}

/** Who goes. `with` go in any case, `without` never. */
export interface PlotChoice {
  readonly by: 'strongest' | 'weakest' | 'break' | 'climbers' | 'chance' | 'team';
  readonly count: number;
  readonly with?: readonly number[];
  readonly without?: readonly number[];
}

/** Seconds to the head of the race, or behind the tail of a bunch; ahead of it when negative. */
export interface Waypoint {
  readonly km: number;
  readonly to: string;
  readonly gapS: number;
}

/** `joins`: it reaches the tail of the other. `caught`: the other reaches its tail. */
export interface BunchEnding {
  readonly how: 'joins' | 'caught';
  readonly by: string;
  readonly km: number;
}

/** A line worth points or the stage: who of a bunch goes over it first. */
export interface Prize {
  readonly km: number;
  readonly bunch: string;
  readonly by: 'sprint' | 'climb';
}
