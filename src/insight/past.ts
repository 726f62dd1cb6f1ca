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
  readonly errors: { readonly arrivals: readonly number[]; readonly gaps: readonly number[] };
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

/** Good for two recorded stages, a flat one and a hilly one. */
const recorded = { mean: 5, sd: 3 };

/** Measured on three recorded stages, errors a tenth larger, as of a stage that is none of them; how a gap closes in the mountains is chosen, and so less sure. */
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
      { km: 5, share: 0.05 },
      { km: 10, share: 0.044 },
      { km: 20, share: 0.04 },
      { km: 40, share: 0.036 },
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
  errors: {
    arrivals: [-2.35, -1.65, -1.2, -0.87, -0.62, -0.39, -0.19, 0, 0.19, 0.39, 0.62, 0.87, 1.2, 1.65, 2.35],
    gaps: [
      -2.68, -2.08, -1.76, -1.52, -1.33, -1.16, -1.01, -0.88, -0.75, -0.63, -0.52, -0.41, -0.31, -0.2, -0.1, 0.0, 0.1,
      0.2, 0.31, 0.41, 0.52, 0.63, 0.75, 0.88, 1.01, 1.16, 1.33, 1.52, 1.76, 2.08, 2.68,
    ],
  },
  catch: {
    closing: {
      flat: recorded,
      circuit: recorded,
      hilly: recorded,
      mountain: { mean: 3, sd: 4 },
      'time-trial': recorded,
      'team-time-trial': recorded,
    },
    caughtShare: 0.5,
  },
};
