import type { Waiting } from '../../race/confirm/waiting.ts';
import { REACTION_MS } from '../rundown/sight.ts';

/** What of all that waits stands in the bar, since when, and what had stood there long enough before. */
export interface WaitingSight {
  readonly shown: Waiting | null;
  readonly sinceMs: number;
  readonly before: Waiting | null;
}

export const nothingWaits: WaitingSight = { shown: null, sinceMs: Number.NEGATIVE_INFINITY, before: null };

/** The desk tells what waits, newest first. */
export function withWaiting(sight: WaitingSight, waiting: readonly Waiting[], nowMs: number): WaitingSight {
  const newest = waiting[0] ?? null;
  if (JSON.stringify(newest) === JSON.stringify(sight.shown)) return sight;
  return { shown: newest, sinceMs: nowMs, before: seenWaiting(sight, nowMs) };
}

/** What a hand means that says yes or no now: what it has had before the eyes, not what has just come. */
export const seenWaiting = ({ shown, sinceMs, before }: WaitingSight, nowMs: number): Waiting | null =>
  nowMs - sinceMs >= REACTION_MS ? shown : before;
