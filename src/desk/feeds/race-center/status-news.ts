import type { RiderStatus, RiderStatusEvent } from '../../../race/event.ts';
import type { Bib } from '../../../race/units.ts';

/** Who is in the race and who is out of it comes with each frame: gives only what changed, for others may have spoken since. */
export function createStatusNews(): (seen: ReadonlyMap<Bib, RiderStatus>, atMs: number) => RiderStatusEvent[] {
  /** As last told; who is not here was never said to be out. */
  const statuses = new Map<Bib, RiderStatus>();
  return (seen, atMs) =>
    [...seen].flatMap(([bib, status]) => {
      if ((statuses.get(bib) ?? 'racing') === status) return [];
      statuses.set(bib, status);
      return [{ kind: 'rider-status', atMs, bib, status }];
    });
}
