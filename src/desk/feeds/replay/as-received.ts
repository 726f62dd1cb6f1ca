import { DESK, type TapeEntry } from '../../tape/entry.ts';
import type { Timed } from '../feed.ts';

/**
 * What came live is played when it came, by the desk's own time of day: that ran evenly while the clock of the race may
 * have been set. It is put onto the clock of the race as it was in the end; the judge of times does the rest.
 */
export function asReceived(entries: readonly TapeEntry[]): Timed[] {
  const raws = entries.flatMap((entry) => ('raw' in entry ? [entry] : []));
  const last = raws.findLast(({ feed, raw }) => feed !== DESK && raw.atMs !== 0);
  const aheadMs = last ? last.raw.atMs - last.at : 0;
  let atMs = Number.NEGATIVE_INFINITY;
  return raws.map(({ at, feed, raw }) => {
    atMs = Math.max(atMs, at + aheadMs);
    return { feed, ...raw, atMs };
  });
}
