import type { Race } from '../race/race.ts';
import type { Manifest } from '../show/manifest.ts';

/** How long a page may wait for a second of news that is on its way. */
const UNDER_WAY_MS = 1000;

/** What the age of its data does to a graphic: it is drawn, drawn muted, or leaves by itself. */
export interface Freshness {
  readonly state: 'fresh' | 'muted' | 'out';
  /** Milliseconds of the page until the state changes, if no news comes; Infinity when it stays. */
  readonly changesInMs: number;
}

/**
 * Judges by the newest data of any topic, and by the race itself where the connection is lost. After the finish nothing
 * more is expected, and nothing grows old.
 */
export function freshnessOf(race: Race, hold: Manifest['hold'], nowMs: number, rate: number): Freshness {
  if (race.phase === 'finished') return { state: 'fresh', changesInMs: Infinity };
  const news = race.health.topics.flatMap(({ lastMs }) => lastMs ?? []);
  const dataMs = Math.min(race.atMs, Math.max(...(news.length > 0 ? news : [race.atMs])));
  const ageS = (nowMs - dataMs - UNDER_WAY_MS * rate) / 1000;
  const nextS = [hold.mutedS, hold.outS].find((limitS) => limitS > ageS);
  return {
    state: ageS >= hold.outS ? 'out' : ageS >= hold.mutedS ? 'muted' : 'fresh',
    changesInMs: nextS === undefined || rate === 0 ? Infinity : ((nextS - ageS) * 1000) / rate,
  };
}
