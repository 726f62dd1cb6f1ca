/** The road of a stage, on one scale: metres from kilometre 0 as the road book counts them. Negative is neutral. */
export interface Course {
  /** From kilometre 0 to the finish. */
  readonly lengthM: number;
  /** The road in riding order, laps unrolled; `distanceM` strictly increases. */
  readonly line: readonly LinePoint[];
  /** Smoothed elevation every `stepM` from kilometre 0 to the finish. */
  readonly profile: Profile;
  /** In road order. */
  readonly climbs: readonly Climb[];
  /** In road order. */
  readonly marks: readonly Mark[];
  readonly sectors: readonly Sector[];
  readonly laps: Laps | null;
  /** Only of a road that nobody brought, made of the tracks of who rides it. */
  readonly ridden?: RiddenExtent;
}

/** What is known of a ridden road. Where its end is not known, `lengthM` (and the count of laps) is more than anybody rides. */
export interface RiddenExtent {
  /** So far from km 0 it has been ridden. */
  readonly knownM: number;
  readonly isEndKnown: boolean;
}

export interface LinePoint {
  readonly lat: number;
  readonly lon: number;
  readonly distanceM: number;
}

export interface Profile {
  readonly stepM: number;
  readonly altitudesM: readonly number[];
}

export const climbCategories = ['HC', '1', '2', '3', '4', 'uncategorised'] as const;
export type ClimbCategory = (typeof climbCategories)[number];

export interface Climb {
  readonly id: string;
  readonly name: string;
  readonly category: ClimbCategory;
  readonly footM: number;
  readonly summitM: number;
  readonly altitudeM: number;
  readonly gradientPct: number;
  /** Found by us in the elevation, not named by the organiser. */
  readonly found: boolean;
}

export const markKinds = [
  'neutral-start',
  'start',
  'sprint',
  'bonus-sprint',
  'foot',
  'summit',
  'feed-zone',
  'split',
  'point',
  'protection-line',
  'flamme-rouge',
  'finish',
] as const;
export type MarkKind = (typeof markKinds)[number];

/**
 * A point of the road that means something. `protection-line` is where the 3 km (or 5 km) rule begins. The line at a
 * summit has the id of its climb; a climb that only we found has none.
 */
export interface Mark {
  readonly id: string;
  readonly kind: MarkKind;
  readonly name: string;
  readonly distanceM: number;
}

export interface Sector {
  readonly id: string;
  readonly kind: 'cobbles' | 'gravel';
  readonly name: string;
  readonly fromM: number;
  readonly toM: number;
  /** 1 to 5. */
  readonly stars: number;
}

/** A circuit: `count` laps of `lengthM`, the first beginning at `fromM`. */
export interface Laps {
  readonly fromM: number;
  readonly lengthM: number;
  readonly count: number;
}
