import type { RaceEvent, RiderStatus } from '../../race/event.ts';
import type { Bib } from '../../race/units.ts';
import type { Deed, PastEntry } from './log.ts';
import { feedDeed } from './race-deed.ts';

/**
 * What feeds do to the race by their word: who leaves it. They say it again and again, and once more when the past is
 * read: it is one line. `past` is what the log has from before.
 */
export function createFeedDeeds(past: readonly PastEntry[]) {
  const known = new Set(past.map(({ author, what }) => `${author} ${what}`));
  const told = new Map<Bib, RiderStatus>();
  return {
    /** Null where it is nothing new. */
    hear(event: RaceEvent, feed: string): Deed | null {
      if (event.kind !== 'rider-status' || (told.get(event.bib) ?? 'racing') === event.status) return null;
      told.set(event.bib, event.status);
      const deed = feedDeed(event);
      const words = `${feed} ${deed.what}`;
      if (known.has(words)) return null;
      known.add(words);
      return deed;
    },
  };
}
