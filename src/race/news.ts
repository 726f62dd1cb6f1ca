import type { Race } from './race.ts';

/** How long a second of news may be under way, from the road to a page. */
const UNDER_WAY_MS = 1000;

/**
 * For how many seconds nothing has been heard of the race, at a moment of its clock, which runs `rate` times as fast as
 * that of a page: by the newest data of any topic, and by the race itself where the connection is lost. Null where
 * nothing more is expected, after the finish. Before the race rolls only the connection counts: trackers are not on yet.
 */
export function newsAgeS(race: Race, nowMs: number, rate: number): number | null {
  if (race.phase === 'finished') return null;
  const topics = race.phase === 'before' ? [] : race.health.topics;
  const heardMs = topics.flatMap(({ lastMs }) => lastMs ?? []);
  return ageS(Math.min(race.atMs, Math.max(...(heardMs.length > 0 ? heardMs : [race.atMs]))), nowMs, rate);
}

/** The same of positions alone, the one topic that comes all the time; null where none came, or none is expected. */
export function positionsAgeS(race: Race, nowMs: number, rate: number): number | null {
  const isOnRoad = race.phase === 'neutral' || race.phase === 'racing';
  const lastMs = race.health.topics.find(({ topic }) => topic === 'positions')?.lastMs ?? null;
  return isOnRoad && lastMs !== null ? ageS(Math.min(race.atMs, lastMs), nowMs, rate) : null;
}

const ageS = (heardMs: number, nowMs: number, rate: number): number => (nowMs - heardMs - UNDER_WAY_MS * rate) / 1000;
