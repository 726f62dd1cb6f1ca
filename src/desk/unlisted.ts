import type { RaceEvent } from '../race/event.ts';
import type { Bib } from '../race/units.ts';

/** A late entry may take so long to come onto the list of who sends him. */
const PATIENCE_MS = 25_000;

/**
 * Who sends positions and is on no start list: each once, when it has lasted. A producer must know: he is on air by
 * his number as soon as it is sure that he races, which of one who rides before all others only a hand can say.
 */
export function createUnlisted(): (event: RaceEvent) => readonly Bib[] {
  const since = new Map<Bib, number>();
  let listed: ReadonlyMap<Bib, unknown> | null = null;
  return (event) => {
    if (event.kind === 'sheet') {
      listed = event.sheet.riders;
      for (const bib of listed.keys()) since.delete(bib);
    }
    if (event.kind !== 'positions' || !listed) return [];
    const found: Bib[] = [];
    for (const { bib } of event.samples) {
      if (listed.has(bib)) continue;
      const sinceMs = since.get(bib) ?? event.atMs;
      // Told once: it then counts as if it had begun at the end of time.
      if (event.atMs - sinceMs < PATIENCE_MS) since.set(bib, sinceMs);
      else {
        found.push(bib);
        since.set(bib, Number.POSITIVE_INFINITY);
      }
    }
    return found;
  };
}
