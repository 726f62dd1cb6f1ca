import type { RaceAndInsight } from '../insight/insight.ts';
import type { PastRaces } from '../insight/past.ts';
import { createThinker } from '../insight/think.ts';
import type { Engine } from '../race/engine.ts';
import { whatFailed } from './outlive.ts';

/** The race with what follows from it. Thinking never costs the race: where it fails, the race is told without. */
export interface Thoughts {
  /** Null before the first sheet. Throws where the engine does. */
  race(atMs: number): RaceAndInsight | null;
  /** A moment goes by for which nobody asks: while the past is folded, what is thought is to have no hole. */
  pass(atMs: number): void;
}

/** Whoever looks asks more often; a past is thought about this often. */
const UNASKED_MS = 10_000;

/** `trouble` is told why it could not think. */
export function createThoughts(engine: Engine, past: PastRaces, trouble: (why: string) => void): Thoughts {
  const thinker = createThinker(past);
  let askedMs = Number.NEGATIVE_INFINITY;
  const race = (atMs: number): RaceAndInsight | null => {
    askedMs = atMs;
    const known = engine.race(atMs);
    if (!known) return null;
    try {
      return { ...known, insight: thinker.think(known, engine.roadTimes()) };
    } catch (error) {
      trouble(whatFailed(error));
      return known;
    }
  };
  return {
    race,
    pass(atMs) {
      if (atMs < askedMs + UNASKED_MS) return;
      try {
        race(atMs);
      } catch {
        // Whoever asks for the race is told.
      }
    },
  };
}
