import type { FlatState } from '../state.ts';

/** So often at most is somebody told: what changes between is told together. */
const TELL_MS = 100;

/** Runs on with every moment: no change by itself. */
const NO_NEWS: readonly string[] = ['clockMs'];

/** What is new: the whole state, and the names of what changed in it. */
export type HearState = (state: FlatState, changed: readonly string[]) => void;

export interface StateFeed {
  /** From the next change on; returns the way to stop. */
  listen(hear: HearState): () => void;
  /** Something may have changed. */
  look(): void;
  stop(): void;
}

/** Tells who listens what has changed, as soon as it may have and not too often. While nobody listens nothing is read. */
export function createStateFeed(read: () => FlatState, now: () => number = () => performance.now()): StateFeed {
  const listeners = new Set<HearState>();
  let told: FlatState = {};
  let lookedMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function tell(): void {
    timer = null;
    lookedMs = now();
    const state = read();
    const changed = changedIn(told, state);
    told = state;
    if (changed.length > 0) for (const hear of listeners) hear(state, changed);
  }
  return {
    listen(hear) {
      if (listeners.size === 0) told = read();
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    look() {
      if (timer !== null || listeners.size === 0) return;
      timer = setTimeout(tell, Math.max(0, TELL_MS - (now() - lookedMs)));
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      listeners.clear();
    },
  };
}

/** Names whose value is another one; no field ever goes. */
const changedIn = (before: FlatState, after: FlatState): readonly string[] =>
  Object.keys(after).filter((name) => before[name] !== after[name] && !NO_NEWS.includes(name));
