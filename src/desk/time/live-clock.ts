/**
 * The clock of the race for feeds that come as they happen: the time of the source, carried on by our own clock between
 * frames. The frame that was quickest on its way sets it. Whom to believe is the judge's business.
 */
export interface LiveClock {
  /** The source has spoken of this moment, and is believed. */
  heard(sourceMs: number): void;
  /** The source's clock was set. */
  move(byMs: number): void;
  /** Null before the source has spoken. */
  atMs(): number | null;
}

export function createLiveClock(now: () => number, start: number | null = null): LiveClock {
  /** What to add to our own clock. */
  let offsetMs = start === null ? null : start - now();
  return {
    heard(sourceMs) {
      offsetMs = Math.max(offsetMs ?? Number.NEGATIVE_INFINITY, sourceMs - now());
    },
    move(byMs) {
      if (offsetMs !== null) offsetMs += byMs;
    },
    atMs: () => (offsetMs === null ? null : now() + offsetMs),
  };
}
