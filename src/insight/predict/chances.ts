import type { PastRaces } from '../past.ts';

/** What is known of a chase when it is asked how it ends. */
export interface Chased {
  readonly gapS: number;
  readonly kmToGo: number;
  /** Seconds a kilometre by which the gap has become smaller, and over how many kilometres that was so; 0 for none. */
  readonly closing: number;
  readonly historyKm: number;
}

/** How the gap is expected to close: seconds a kilometre, and the standard deviation of that. */
export interface Closing {
  readonly mean: number;
  readonly sd: number;
}

/** Standard deviations: of a slope over one kilometre, of a gap in one, and of trackers, in seconds. */
const SLOPE_S = 6;
const WANDER_S = 4;
const TRACKER_S = 5;
const MOST_HISTORY_KM = 5;

/** What is usual on such a road, and what was seen, each by how sure it is. */
export function closingOf(usual: Closing, { closing, historyKm }: Pick<Chased, 'closing' | 'historyKm'>): Closing {
  const km = Math.min(MOST_HISTORY_KM, historyKm);
  if (km <= 0) return usual;
  const [usualWeight, ownWeight] = [1 / usual.sd ** 2, km / SLOPE_S ** 2];
  const sum = usualWeight + ownWeight;
  return { mean: (usual.mean * usualWeight + closing * ownWeight) / sum, sd: Math.sqrt(1 / sum) };
}

/** How likely a gap is to be nothing before the line, from 0 to 1. */
export function catchChance(usual: Closing, chased: Chased): number {
  const { mean, sd } = closingOf(usual, chased);
  const { gapS, kmToGo } = chased;
  const spread = Math.sqrt((sd * kmToGo) ** 2 + WANDER_S ** 2 * kmToGo + TRACKER_S ** 2);
  return normalShare((mean * kmToGo - gapS) / spread);
}

/** Chapatte's rule, as a chance: a minute for each ten kilometres is even. Its slope was chosen, not measured. */
export const chapatteChance = (gapS: number, kmToGo: number): number => 1 / (1 + (gapS / (6 * kmToGo)) ** 3);

export const usualClosing = ({ catch: { closing } }: PastRaces, type: keyof PastRaces['catch']['closing']): Closing =>
  closing[type];

/** Of a normal distribution below `z`; to 1e-7 (Abramowitz and Stegun 26.2.17). */
function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return z > 0 ? 1 - tail : tail;
}
