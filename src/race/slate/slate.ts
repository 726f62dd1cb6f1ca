import type { SlateEvent } from '../event.ts';
import type { OverrideUntil } from '../overrides/override.ts';
import type { Bib } from '../units.ts';
import type { SlateLine, ToldGap } from './slate-line.ts';

/** A group as it was told, and when each of its words was, on the clock of the race. */
export interface SlateGroup {
  readonly id: string;
  readonly bibs: readonly Bib[];
  readonly gap: (ToldGap & { readonly atMs: number }) | null;
  readonly km: { readonly km: number; readonly atMs: number } | null;
  /** Of its newest word. */
  readonly atMs: number;
  /** Null: as a word of the radio does. */
  readonly until: Exclude<OverrideUntil, 'feed'> | null;
  /** Who said the newest word; "" where that is not told. */
  readonly author: string;
}

/** What a hand tells of the groups on the road, where no tracker does or one is wrong. In the order of telling. */
export type Slate = readonly SlateGroup[];

export const cleanSlate: Slate = [];

/** All that was told so much later. */
export const movedSlate = (slate: Slate, byMs: number): Slate =>
  slate.map(({ gap, km, atMs, until, ...group }) => ({
    ...group,
    until: typeof until === 'number' ? until + byMs : until,
    gap: gap && { ...gap, atMs: gap.atMs + byMs },
    km: km && { ...km, atMs: km.atMs + byMs },
    atMs: atMs + byMs,
  }));

/** How the id of a group of the slate begins. */
const ITS = 'slate-';
/** The id of the peloton on the slate. */
export const PELOTON = `${ITS}peloton`;

/** Whether a group of the slate is still told of, by its id; null for one that is none of the slate. */
export function isTold(slate: Slate, id: string): boolean | null {
  if (!id.startsWith(ITS)) return null;
  return id === PELOTON ? slate.length > 0 : slate.some((group) => group.id === id);
}

/** With what was just told; a line takes the place of the group with which it shares half of its riders. */
export function withSlate(slate: Slate, { id, told, atMs, until, author = '' }: SlateEvent): Slate {
  if (!told) return id === null ? cleanSlate : slate.filter((group) => group.id !== id);
  const before = slate.find((group) => isSame(group, told));
  const others = slate.filter((group) => group !== before);
  const group: SlateGroup = {
    id: before?.id ?? (told.bibs.length === 0 ? PELOTON : newId(slate)),
    bibs: told.bibs,
    gap: told.gap ? { ...told.gap, atMs } : (before?.gap ?? null),
    km: told.km !== null ? { km: told.km, atMs } : (before?.km ?? null),
    atMs,
    until: until ?? before?.until ?? null,
    author,
  };
  const named = new Set(told.bibs);
  const left = others.map((one) => ({ ...one, bibs: one.bibs.filter((bib) => !named.has(bib)) }));
  return [...left.filter((one, i) => one.bibs.length > 0 || others[i]!.bibs.length === 0), group];
}

/** Those whose moment has not come: the same slate where all do. */
export function lastingSlate(slate: Slate, nowMs: number): Slate {
  const still = slate.filter(({ until }) => typeof until !== 'number' || nowMs < until);
  return still.length === slate.length ? slate : still;
}

function isSame(group: SlateGroup, { bibs }: SlateLine): boolean {
  if (bibs.length === 0 || group.bibs.length === 0) return bibs.length === group.bibs.length;
  const shared = group.bibs.filter((bib) => bibs.includes(bib)).length;
  return 2 * shared >= Math.max(bibs.length, group.bibs.length);
}

/** A number that no group of this slate has. */
function newId(slate: Slate): string {
  const numbers = slate.map(({ id }) => Number(id.replace(ITS, '')) || 0);
  return `${ITS}${Math.max(0, ...numbers) + 1}`;
}
