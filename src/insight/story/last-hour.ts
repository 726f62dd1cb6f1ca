import { headM } from '../../race/head.ts';
import type { RoadTimes } from '../../race/road-times.ts';
import { kmOf, OLD_MS } from './moves.ts';
import { type StoryTeller, tellingOf } from './telling.ts';

const HOUR_MS = 3_600_000;
const IMPORTANCE = 0.42;

/** How far the head of the race has come in the last hour: once an hour, and not where the race stood. */
export const lastHour: StoryTeller = ({ race, times, memory: { racingMs, calm } }) => {
  const nowM = headM(race);
  const fromMs = race.atMs - HOUR_MS;
  const sinceMs = (race.atMs - racingMs) % HOUR_MS;
  if (!times || nowM === null || fromMs < racingMs || sinceMs > OLD_MS || (calm && calm.toMs > fromMs)) return [];
  const then = placeAt(times, fromMs, nowM);
  if (!then) return [];
  const km = Math.round((nowM - then.distanceM) / 100) / 10;
  return [
    tellingOf('last hour', `${Math.floor((race.atMs - racingMs) / HOUR_MS)}`, {
      atMs: race.atMs,
      readyMs: race.atMs - sinceMs,
      atM: nowM,
      facts: { km, speed: km },
      isEstimated: then.isEstimated,
      importance: IMPORTANCE,
      confidence: then.isEstimated ? 0.6 : 1,
    }),
  ];
};

/** Where the first of the race was at a moment, to 25 m; null where that is not known. */
function placeAt(times: RoadTimes, atMs: number, nowM: number): { distanceM: number; isEstimated: boolean } | null {
  let [low, high] = [0, nowM];
  while (high - low > 25) {
    const middle = (low + high) / 2;
    const passed = times.firstAt(middle);
    if (passed && passed.atMs > atMs) high = middle;
    else low = middle;
  }
  const passed = times.firstAt(high);
  return passed && kmOf(high) > 0 && passed.atMs <= atMs + 10_000
    ? { distanceM: high, isEstimated: passed.estimated }
    : null;
}
