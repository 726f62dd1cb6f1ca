import type { PositionsEvent, RaceEvent, Sample } from '../../race/event.ts';
import type { Bib } from '../../race/units.ts';

/** A rider is looked for elsewhere when the feed that he was followed by is so much older than another. */
const SILENT_MS = 10_000;
/** A better feed has him back once it has spoken of him for so long. */
const STEADY_MS = 30_000;

/**
 * Where several feeds meet in one race. The feed named first is believed first: it follows a rider as long as it has
 * news of him. Falls it silent, the next one follows him, and keeps him until the better one
 * has been steady for a while: nobody jumps back and forth. Lines crossed need no choice: the engine keeps the better
 * origin of each; sheets are made one by `desk/papers/one-sheet.ts`. `feeds` are named in order.
 */
export function createMeeting(feeds: readonly string[]): (feed: string, event: RaceEvent) => RaceEvent | null {
  const followedBy = new Map<Bib, { feed: string; atMs: number }>();
  /** Since when, and until when, a better feed than the one that follows him has spoken of a rider. */
  const returning = new Map<Bib, { feed: string; sinceMs: number; atMs: number }>();

  const rankOf = (feed: string): number => feeds.indexOf(feed);

  const isSteady = (bib: Bib, feed: string, atMs: number): boolean => {
    const before = returning.get(bib);
    const goesOn =
      before && (before.feed === feed ? atMs - before.atMs <= SILENT_MS : rankOf(before.feed) < rankOf(feed));
    if (goesOn && before.feed !== feed) return false;
    const sinceMs = goesOn ? before.sinceMs : atMs;
    returning.set(bib, { feed, sinceMs, atMs });
    return atMs - sinceMs >= STEADY_MS;
  };

  const follows = (feed: string, bib: Bib, atMs: number): boolean => {
    const known = followedBy.get(bib);
    const isIts = known?.feed === feed;
    const isBetter = known !== undefined && rankOf(feed) < rankOf(known.feed);
    if (known && !isIts && atMs - known.atMs <= SILENT_MS && !(isBetter && isSteady(bib, feed, atMs))) return false;
    if (!isIts) returning.delete(bib);
    followedBy.set(bib, { feed, atMs: isIts ? Math.max(known.atMs, atMs) : atMs });
    return true;
  };

  const chosen = (feed: string, event: PositionsEvent): PositionsEvent | null => {
    const samples = event.samples.filter(({ bib, atMs }: Sample) => follows(feed, bib, atMs ?? event.atMs));
    return samples.length > 0 ? { ...event, samples } : null;
  };

  return (feed, event) => {
    if (feeds.length < 2 || rankOf(feed) < 0) return event;
    return event.kind === 'positions' ? chosen(feed, event) : event;
  };
}
