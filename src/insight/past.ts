import type { StageType } from '../race/rules/stage-type.ts';

/** What other days have taught: plain data, to be fitted anew from the recordings of a season. */
export interface PastRaces {
  /** What is ridden at a gradient, the steepest descent first. */
  readonly pace: readonly { readonly gradientPct: number; readonly kph: number }[];
  /** Who has lost contact is so many times slower, from a gradient on; the gentlest first. */
  readonly dropped: readonly { readonly fromPct: number; readonly slower: number }[];
  /** The last kilometres take this share of their usual time, unless the finish is on a summit. */
  readonly finale: { readonly km: number; readonly share: number };
  /** How wrong a time of arrival is on average, as a share of the time until then. */
  readonly arrivalError: { readonly point: ErrorByKm; readonly finish: ErrorByKm };
  /** How wrong a gap is on average so many km ahead, in seconds: `s * km ** power * (1 + gap / perGapS)`. */
  readonly gapError: { readonly s: number; readonly power: number; readonly perGapS: number };
  /** Errors as they are spread, in units of the average one. */
  readonly errors: readonly number[];
  readonly catch: {
    /** What a peloton closes, in seconds a kilometre, and its standard deviation. */
    readonly closing: Readonly<Record<StageType, { readonly mean: number; readonly sd: number }>>;
    /** How often a group was caught that was in front of the peloton. */
    readonly caughtShare: number;
  };
  /** The fastest times of climbs that are known; left out where none are. */
  readonly climbs?: readonly ClimbRecord[];
}

export interface ClimbRecord {
  /** Of the climb, as people call it. */
  readonly name: string;
  readonly seconds: number;
  readonly who: string;
  /** Null where nobody says. */
  readonly year: number | null;
}

/** By kilometres ahead, the nearest first. */
export type ErrorByKm = readonly { readonly km: number; readonly share: number }[];

const flat = { mean: 5, sd: 3 };

/** Measured on three recorded stages; the rates of closing are chosen, not measured. */
export const recordedPast: PastRaces = {
  pace: [
    { gradientPct: -8, kph: 67 },
    { gradientPct: -5, kph: 69 },
    { gradientPct: -3.5, kph: 63 },
    { gradientPct: -2, kph: 59 },
    { gradientPct: -1, kph: 54 },
    { gradientPct: 0, kph: 47 },
    { gradientPct: 1, kph: 41 },
    { gradientPct: 2, kph: 35 },
    { gradientPct: 3.5, kph: 29 },
    { gradientPct: 5, kph: 24 },
    { gradientPct: 7, kph: 20 },
    { gradientPct: 9, kph: 17 },
  ],
  dropped: [
    { fromPct: 2.75, slower: 1.12 },
    { fromPct: 5, slower: 1.27 },
  ],
  finale: { km: 25, share: 0.93 },
  arrivalError: {
    point: [
      { km: 5, share: 0.045 },
      { km: 10, share: 0.039 },
      { km: 20, share: 0.036 },
      { km: 40, share: 0.032 },
    ],
    finish: [
      { km: 10, share: 0.055 },
      { km: 20, share: 0.045 },
      { km: 40, share: 0.04 },
      { km: 60, share: 0.035 },
      { km: 100, share: 0.028 },
    ],
  },
  gapError: { s: 1, power: 0.8, perGapS: 80 },
  errors: [-2.35, -1.65, -1.2, -0.87, -0.62, -0.39, -0.19, 0, 0.19, 0.39, 0.62, 0.87, 1.2, 1.65, 2.35],
  catch: {
    closing: {
      flat,
      circuit: flat,
      hilly: { mean: 2.5, sd: 3 },
      mountain: { mean: 1, sd: 3 },
      'time-trial': flat,
      'team-time-trial': flat,
    },
    caughtShare: 0.5,
  },
};
