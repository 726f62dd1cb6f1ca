import type { Race } from '../race/race.ts';
import type { Manifest } from '../show/manifest.ts';

/** How long a page may wait for a second of news that is on its way. */
const UNDER_WAY_MS = 1000;

/** From so old on nothing is said of trends; from so old on values are estimates; then a graphic leaves by itself. */
export const AGEING_S = 10;
export const LATE_S = 30;

/** How old what is shown may be: `ageing` says nothing of trends, `late` gives values as estimates. */
export type News = 'fresh' | 'ageing' | 'late';

/** What the age of its data does to a graphic. */
export interface Freshness {
  readonly state: News | 'out';
  /** Milliseconds of the page until the state changes, if no news comes; Infinity when it stays. */
  readonly changesInMs: number;
}

/**
 * Judges by the newest data of any topic, and by the race itself where the connection is lost. After the finish nothing
 * more is expected, and nothing grows old; what is held for ever says nothing of the race.
 */
export function freshnessOf(race: Race, hold: Manifest['hold'], nowMs: number, rate: number): Freshness {
  if (race.phase === 'finished' || hold.outS === Infinity) return { state: 'fresh', changesInMs: Infinity };
  const news = race.health.topics.flatMap(({ lastMs }) => lastMs ?? []);
  const dataMs = Math.min(race.atMs, Math.max(...(news.length > 0 ? news : [race.atMs])));
  const ageS = (nowMs - dataMs - UNDER_WAY_MS * rate) / 1000;
  const nextS = [AGEING_S, LATE_S, hold.outS].find((limitS) => limitS > ageS);
  return {
    state: ageS >= hold.outS ? 'out' : ageS >= LATE_S ? 'late' : ageS >= AGEING_S ? 'ageing' : 'fresh',
    changesInMs: nextS === undefined || rate === 0 ? Infinity : ((nextS - ageS) * 1000) / rate,
  };
}
