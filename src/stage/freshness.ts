import { newsAgeS } from '../race/news.ts';
import type { Race } from '../race/race.ts';

/** From so old on nothing is said of trends; from so old on values are estimates; from so old on what lives is not said. */
const AGEING_S = 10;
export const OLD_S = 30;
const LOST_S = 60;

/**
 * How old what is shown may be: `ageing` says nothing of trends, `old` gives values as estimates. `lost` is told to who
 * stays longer: what has something to say that does not age says that alone.
 */
export type News = 'fresh' | 'ageing' | 'old' | 'lost';

/** Values are estimates. */
export const isOld = (news: News): boolean => news === 'old' || news === 'lost';

const FRESHEST_FIRST = ['fresh', 'ageing', 'old', 'lost', 'out'] as const;

/** What the age of its data does to a graphic. */
export interface Freshness {
  readonly state: News | 'out';
  /** Milliseconds of the page until the state changes, if no news comes; Infinity when it stays. */
  readonly changesInMs: number;
}

/** Whether there is news after none. */
export const isFresher = (a: Freshness['state'], b: Freshness['state']): boolean =>
  FRESHEST_FIRST.indexOf(a) < FRESHEST_FIRST.indexOf(b);

/** From so old on it is no longer as it was; null where it is fresh. */
export const sinceS = (state: News): number | null =>
  ({ fresh: null, ageing: AGEING_S, old: OLD_S, lost: LOST_S })[state];

/** `outS` is the age at which it leaves; null where nothing in it grows old. */
export function freshnessOf(race: Race, outS: number | null, nowMs: number, rate: number): Freshness {
  const ageS = outS === null ? null : newsAgeS(race, nowMs, rate);
  if (outS === null || ageS === null) return { state: 'fresh', changesInMs: Infinity };
  const limits = [AGEING_S, OLD_S, LOST_S].filter((limitS) => limitS < outS);
  const nextS = [...limits, outS].find((limitS) => limitS > ageS);
  const passed = limits.filter((limitS) => limitS <= ageS).length;
  return {
    state: ageS >= outS ? 'out' : FRESHEST_FIRST[passed]!,
    changesInMs: nextS === undefined || rate === 0 ? Infinity : ((nextS - ageS) * 1000) / rate,
  };
}
