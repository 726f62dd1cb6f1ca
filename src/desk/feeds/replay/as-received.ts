import { DESK, type TapeEntry } from '../../tape/entry.ts';
import type { Timed } from '../feed.ts';

/**
 * What came live is played when it came, by the desk's own time of day: that ran evenly while the clock of the race may
 * have been set. It is put onto the clock of the race as it was in the end; the judge of times does the rest.
 */
export function asReceived(entries: readonly TapeEntry[]): Timed[] {
  const raws = rawEntries(entries);
  const aheadMs = aheadOfDay(entries);
  let atMs = Number.NEGATIVE_INFINITY;
  return raws.map(({ at, feed, raw }) => {
    atMs = Math.max(atMs, at + aheadMs);
    return { feed, ...raw, atMs };
  });
}

/** How far the clock of the race was ahead of the desk's time of day in the end, in milliseconds. */
export function aheadOfDay(entries: readonly TapeEntry[]): number {
  const last = rawEntries(entries).findLast(({ feed, raw }) => feed !== DESK && raw.atMs !== 0);
  return last ? last.raw.atMs - last.at : 0;
}

const rawEntries = (entries: readonly TapeEntry[]) => entries.flatMap((entry) => ('raw' in entry ? [entry] : []));
