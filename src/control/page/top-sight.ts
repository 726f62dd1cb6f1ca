import { REACTION_MS } from '../rundown/sight.ts';

/** What stands at the top of a list that changes by itself, since when, and what had stood there long enough before. */
export interface TopSight<T> {
  readonly shown: T | null;
  readonly sinceMs: number;
  readonly before: T | null;
}

export const nothingOnTop: TopSight<never> = { shown: null, sinceMs: Number.NEGATIVE_INFINITY, before: null };

/** The list as it is told now, its top first. */
export function withTop<T>(sight: TopSight<T>, list: readonly T[], nowMs: number): TopSight<T> {
  const top = list[0] ?? null;
  if (JSON.stringify(top) === JSON.stringify(sight.shown)) return sight;
  return { shown: top, sinceMs: nowMs, before: seenTop(sight, nowMs) };
}

/** What a hand means that asks for the top now: what it has had before the eyes, not what has just come. */
export const seenTop = <T>({ shown, sinceMs, before }: TopSight<T>, nowMs: number): T | null =>
  nowMs - sinceMs >= REACTION_MS ? shown : before;
