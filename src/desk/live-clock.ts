/** A frame that claims to be this far ahead of all others is not believed alone. */
const LEAP_MS = 60_000;

/**
 * The clock of the race for a feed that comes as it happens: the time of the source, carried on by our own clock
 * between frames. The frame that was quickest on its way sets it; it never runs backwards.
 */
export interface LiveClock {
  /** The source has spoken of this moment. */
  heard(sourceMs: number): void;
  /** Null before the source has spoken. */
  atMs(): number | null;
}

export function createLiveClock(now: () => number, start: number | null = null): LiveClock {
  /** What to add to our own clock. */
  let offsetMs = start === null ? null : start - now();
  let doubtedMs: number | null = null;
  return {
    heard(sourceMs) {
      const ahead = sourceMs - now();
      if (offsetMs === null) offsetMs = ahead;
      else if (ahead <= offsetMs) return;
      else if (ahead - offsetMs <= LEAP_MS) offsetMs = ahead;
      else if (doubtedMs !== null && Math.abs(ahead - doubtedMs) <= LEAP_MS) offsetMs = ahead;
      doubtedMs = ahead;
    },
    atMs: () => (offsetMs === null ? null : now() + offsetMs),
  };
}
