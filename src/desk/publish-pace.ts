/**
 * The picture follows its feed, up to 25 times a second: a feed that tells of each rider by himself, some hundred times
 * a second, is gathered, and the race is reckoned once for all of them.
 */
const GATHER_MS = 40;
/** Without new data places still move, once a second. */
const STILL_MS = 1100;
/** Publishing (the race, its bytes, one message for each page) takes a fifth of the desk's time, or happens once a second. */
const TIMES_ITS_COST = 5;

/** When the race is to be given out again. */
export interface PublishPace {
  /** `isNew`: something came in since; `runs`: the clock of the race does. */
  isDue(isNew: boolean, runs: boolean): boolean;
  /** Publishes now, and notes what it cost. */
  publish(work: () => void): void;
}

/** `now` is any clock that runs evenly, in milliseconds. */
export function createPublishPace(now: () => number): PublishPace {
  let sinceMs = Number.NEGATIVE_INFINITY;
  let costMs = 0;
  return {
    isDue(isNew, runs) {
      const agoMs = now() - sinceMs;
      const soonMs = Math.min(STILL_MS, Math.max(GATHER_MS, costMs * TIMES_ITS_COST));
      return (isNew && agoMs >= soonMs) || (runs && agoMs >= STILL_MS);
    },
    publish(work) {
      sinceMs = now();
      work();
      costMs = now() - sinceMs;
    },
  };
}
