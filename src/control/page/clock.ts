import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Replica } from '../../host/link.ts';
import { timeOfDay } from '../../race/time-of-day.ts';

/** The clock of the race, in milliseconds; null before the desk told it. `nowMs` is `performance.now()`. */
export const raceNow = ({ clock, clockReceivedMs, connection }: Replica, nowMs: number): number | null =>
  clock.atMs === 0 && connection !== 'live' ? null : clock.atMs + clock.rate * (nowMs - clockReceivedMs);

/** "14:03:27" on the church tower of the race. */
export const clockText = (atMs: number | null, utcOffsetMin: number): string =>
  timeOfDay(atMs ?? Number.NaN, utcOffsetMin);

/** "8 s", "3 min", "2 h": how long ago, rounded down. */
export function ageText(ageS: number): string {
  if (ageS < 100) return `${Math.max(0, Math.floor(ageS))} s`;
  return ageS < 6000 ? `${Math.floor(ageS / 60)} min` : `${Math.floor(ageS / 3600)} h`;
}

/** `performance.now()`, four times a second. */
export function useNow(): ReadonlySignal<number> {
  const now = useSignal(performance.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = performance.now();
    }, 250);
    return () => clearInterval(timer);
  }, [now]);
  return now;
}
