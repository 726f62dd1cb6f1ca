import type { RaceEvent } from '../../race/event.ts';
import type { Race } from '../../race/race.ts';
import type { Bib } from '../../race/units.ts';
import type { FromFeed } from '../feeds/feed.ts';

/** What was heard of a feed while it was listened to. */
export interface FeedHeard {
  /** For how long, in seconds. */
  readonly seconds: number;
  /** How many messages of each topic, "rmonitor line". */
  readonly topics: ReadonlyMap<string, number>;
  /** How many events of each kind they meant; of positions and crossings each one. */
  readonly counts: ReadonlyMap<string, number>;
  /** When each rider was where he said, in the order in which it came, in milliseconds. */
  readonly fixes: ReadonlyMap<Bib, readonly number[]>;
  /** How much later than it was so it came, each fix, in milliseconds. Empty for what is played. */
  readonly delaysMs: readonly number[];
  /** What is wrong with it, one sentence each, and how often. */
  readonly faults: readonly { readonly text: string; readonly count: number }[];
  /** What it makes, or null where it makes none. */
  readonly race: Race | null;
}

/** Notes what comes. `wallMs` is the time of day, null where a past is played. */
export function createListener(wallMs: (() => number) | null) {
  const topics = new Map<string, number>();
  const counts = new Map<string, number>();
  const fixes = new Map<Bib, number[]>();
  const delaysMs: number[] = [];
  const add = (counted: Map<string, number>, name: string, more = 1) =>
    counted.set(name, (counted.get(name) ?? 0) + more);
  return {
    note({ feed, topic }: FromFeed, events: readonly RaceEvent[]) {
      add(topics, `${feed} ${topic}`);
      for (const event of events) {
        if (event.kind === 'passings') add(counts, event.kind, event.passings.length);
        else add(counts, event.kind, event.kind === 'positions' ? event.samples.length : 1);
        if (event.kind !== 'positions') continue;
        for (const { bib, atMs = event.atMs } of event.samples) {
          const own = fixes.get(bib);
          if (own) own.push(atMs);
          else fixes.set(bib, [atMs]);
          if (wallMs) delaysMs.push(wallMs() - atMs);
        }
      }
    },
    heard: () => ({ topics, counts, fixes, delaysMs }),
  };
}
