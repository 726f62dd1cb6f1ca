import { createEngine } from '../../../race/engine.ts';
import type { InputReader, Timed } from '../feed.ts';
import { startListBibs } from '../start-list-bibs.ts';

/** How often the head of the race is looked at. */
const EVERY_MS = 15_000;

/**
 * The moment at which the head of the race is at a distance, found by racing it: a recording's own kilometres are not
 * believed. Folds no further than the moment asked for.
 */
export const headMoments =
  (reader: () => InputReader, play: () => Iterable<Timed>) =>
  (distanceM: number): number | null => {
    const engine = createEngine();
    const read = reader();
    const asListed = startListBibs();
    let lookMs = Number.NEGATIVE_INFINITY;
    for (const raw of play()) {
      if (raw.atMs >= lookMs) {
        lookMs = raw.atMs + EVERY_MS;
        const head = engine.race(raw.atMs)?.groups[0];
        if (head && head.frontM >= distanceM) return raw.atMs;
      }
      for (const event of read(raw).events) engine.apply(asListed(event));
    }
    return null;
  };
