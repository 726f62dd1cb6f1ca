import type { Bib } from '../units.ts';
import type { GeneralRow, VirtualLeader } from './tables.ts';

/** A challenger must be this much ahead, for this long, before he is called the virtual leader. */
const MARGIN_S = 3;
const HOLD_MS = 10_000;

/** Who would wear the jersey. `final` tells whether a rider's time can still change. */
export function virtualLeader(
  general: readonly GeneralRow[],
  atMs: number,
  previous: VirtualLeader | null,
  final: (bib: Bib) => boolean,
): VirtualLeader | null {
  const first = general[0];
  if (!first) return null;
  const held = previous && general.find(({ bib }) => bib === previous.bib);
  if (!held || held.bib === first.bib) {
    const sinceMs = held ? previous.sinceMs : atMs;
    return {
      bib: first.bib,
      sinceMs,
      marginS: (general[1]?.behindS ?? first.behindS) - first.behindS,
      challenger: null,
    };
  }
  const aheadS = held.behindS - first.behindS;
  const settled = final(first.bib) && final(held.bib);
  const sinceMs = previous.challenger?.bib === first.bib ? previous.challenger.sinceMs : atMs;
  if (settled || (aheadS >= MARGIN_S && atMs - sinceMs >= HOLD_MS)) {
    return virtualLeader(general, atMs, null, final);
  }
  const challenger = aheadS >= MARGIN_S ? { bib: first.bib, sinceMs } : null;
  return { bib: held.bib, sinceMs: previous.sinceMs, marginS: -aheadS, challenger };
}
