import { type Manifest, type Params, withDefaults } from './manifest.ts';
import { fittingParams } from './param.ts';
import { isTag } from './replay.ts';

/** A digit reaches ten items at once; a bank is ten more. */
export const banks = [1, 2, 3, 4] as const;
export type Bank = (typeof banks)[number];
export const hotkeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;
export type Hotkey = (typeof hotkeys)[number];

/** A graphic as the producer means to show it, with what is good to know of it. */
export interface RundownItem {
  /** Of this item alone, in all rundowns, also when it is gone. */
  readonly id: string;
  readonly overlay: string;
  /** Complete. */
  readonly params: Params;
  readonly title: string;
  readonly bank: Bank;
  /** No other item of its bank has the same; null is reached by arrows and pointer. */
  readonly key: Hotkey | null;
  readonly notes: string;
  /** It leaves so many seconds after it was taken; null is when it is taken out. */
  readonly outS: number | null;
}

export interface Rundown {
  readonly name: string;
  readonly items: readonly RundownItem[];
}

/** All that the desk keeps. At least one, each by another name. */
export interface Rundowns {
  readonly all: readonly Rundown[];
  /** The name of the one that control shows. */
  readonly chosen: string;
  /** How many items there have been: ids are counted on. */
  readonly made: number;
  /** What was removed last, and can be put back. */
  readonly removed: Removed | null;
}

/** `place` is where it stood, from 0. */
export type Removed =
  | { readonly item: RundownItem; readonly from: string; readonly place: number }
  | { readonly rundown: Rundown; readonly place: number };

/** An item as it is said: what is left out has its default. */
export type SaidItem = { readonly overlay: string } & Partial<Omit<RundownItem, 'id' | 'overlay'>>;

/** A rundown as a file has it. */
export interface SaidRundown {
  readonly name: string;
  readonly items: readonly SaidItem[];
}

export const LONGEST_TITLE = 60;
export const LONGEST_NOTES = 400;
export const MOST_ITEMS = 100;
export const MOST_RUNDOWNS = 20;

export const rundownOf = ({ all }: Rundowns, name: string): Rundown | null =>
  all.find((rundown) => rundown.name === name) ?? null;

export const chosenIn = ({ all, chosen }: Rundowns): Rundown => all.find(({ name }) => name === chosen) ?? all[0]!;

/** The item, and the rundown that it is in; null where nobody has it. */
export function itemIn({ all }: Rundowns, id: string): { rundown: Rundown; item: RundownItem } | null {
  for (const rundown of all) {
    const item = rundown.items.find((one) => one.id === id);
    if (item) return { rundown, item };
  }
  return null;
}

/** The item that a key of a bank is for, or null. */
export const itemOfKey = ({ items }: Pick<Rundown, 'items'>, bank: Bank, key: string): RundownItem | null =>
  items.find((item) => item.bank === bank && item.key === key) ?? null;

/** The first key of a bank that nobody has; null where all are taken. */
export const freeKey = (items: readonly RundownItem[], bank: Bank): Hotkey | null =>
  hotkeys.find((key) => !itemOfKey({ items }, bank, key)) ?? null;

/** A name that no rundown has: itself, else with a number behind it. */
export function freeName(all: readonly Pick<Rundown, 'name'>[], name: string): string {
  const isTaken = (one: string) => all.some((rundown) => rundown.name === one);
  if (!isTaken(name)) return name;
  const base = name.replace(/ \d+$/, '').slice(0, LONGEST_TITLE - 4);
  for (let n = 2; ; n += 1) if (!isTaken(`${base} ${n}`)) return `${base} ${n}`;
}

/** As a file has it: what `rundownsFrom` takes. */
export const saidRundownOf = ({ name, items }: Rundown): SaidRundown => ({
  name,
  items: items.map(({ id: _, ...item }) => item),
});

/** What a desk begins with, and one sentence for each thing that no longer fits the manifests: that is left out. */
export function rundownsFrom(
  said: readonly SaidRundown[],
  chosen: string | null,
  manifests: ReadonlyMap<string, Manifest>,
): { rundowns: Rundowns; leftOut: readonly string[] } {
  const leftOut: string[] = [];
  let made = 0;
  const madeOf = (name: string, one: SaidItem): readonly RundownItem[] => {
    made += 1;
    const known = manifests.get(one.overlay);
    const manifest = known && isTag(known) ? undefined : known;
    const { params, faults } = manifest ? fittingParams(manifest, one.params ?? {}) : { params: {}, faults: [] };
    if (!manifest)
      leftOut.push(
        `The rundown "${name}" has ${one.overlay}, which this desk ${known ? 'shows with a replay only' : 'does not'}: it is left out.`,
      );
    for (const fault of faults) leftOut.push(`The rundown "${name}" has a value that no longer fits: ${fault}`);
    return manifest ? [itemFrom(`i${made}`, { ...one, params }, manifest)] : [];
  };
  const all: Rundown[] = [];
  for (const { name, items } of said.slice(0, MOST_RUNDOWNS)) {
    const own = items.slice(0, MOST_ITEMS).flatMap((one) => madeOf(name, one));
    all.push({ name: freeName(all, name), items: own.map((item, i) => keyedOnce(item, own.slice(0, i))) });
  }
  if (all.length === 0) all.push({ name: 'Rundown', items: [] });
  const named = all.find(({ name }) => name === chosen) ?? all[0]!;
  return { rundowns: { all, chosen: named.name, made, removed: null }, leftOut };
}

/** What is said, completed; its values must fit. */
export const itemFrom = (id: string, said: SaidItem, manifest: Manifest): RundownItem => ({
  id,
  overlay: manifest.id,
  title: said.title || manifest.title,
  bank: said.bank ?? 1,
  key: said.key ?? null,
  params: withDefaults(manifest, said.params ?? {}),
  notes: said.notes ?? '',
  outS: said.outS ?? null,
});

/** Who comes second to a key has none. */
export const keyedOnce = (item: RundownItem, others: readonly RundownItem[]): RundownItem =>
  item.key !== null && itemOfKey({ items: others }, item.bank, item.key) ? { ...item, key: null } : item;
