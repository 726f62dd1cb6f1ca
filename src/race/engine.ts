import type { RaceEvent } from './event.ts';
import type { Race } from './race.ts';

/**
 * Folds events into the race. Deterministic: it has no clock and no network, and the same events give the same race.
 * It remembers, so it is an object; what it gives out is plain data.
 */
export interface Engine {
  /** Never throws on data: what cannot be believed is counted in the race's health. */
  apply(event: RaceEvent): void;
  /** The race as known at a moment; null before the first sheet. Calls come in order of time. */
  race(atMs: number): Race | null;
}
