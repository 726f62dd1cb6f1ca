import type { SlateEvent } from '../event.ts';
import type { Group } from '../groups/group.ts';
import type { Slate, SlateGroup } from './slate.ts';

type Now = { readonly atMs: number };

/** A gap that is held changes with the race after so long: then somebody must look at it again. */
const HELD_MS = 600_000;

/** Who rides in a group now rides in it until the stage ends, whatever trackers say. */
export const lockOf = ({ bibs }: Group, { atMs }: Now): SlateEvent => ({
  kind: 'slate-line',
  atMs,
  id: null,
  told: { bibs, gap: null, km: null },
  until: 'stage',
});

/** A group keeps the gap that it has now, and its riders, for ten minutes; null for one that has none. */
export const holdOf = ({ bibs, gap }: Group, { atMs }: Now): SlateEvent | null =>
  gap && {
    kind: 'slate-line',
    atMs,
    id: null,
    told: { bibs, gap: { s: Math.round(gap.value), to: 'head' }, km: null },
    until: atMs + HELD_MS,
  };

/** What a hand holds of a group, by its riders; null where nothing is held. */
export const heldOf = ({ bibs }: Group, slate: Slate): SlateGroup | null =>
  slate.find((one) => one.until !== null && bibs.length > 0 && bibs.every((bib) => one.bibs.includes(bib))) ?? null;

export const released = ({ id }: SlateGroup, { atMs }: Now): SlateEvent => ({
  kind: 'slate-line',
  atMs,
  id,
  told: null,
});
