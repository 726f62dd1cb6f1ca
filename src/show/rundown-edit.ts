import type { Manifest } from './manifest.ts';
import { wrongParam } from './param.ts';
import { isTag } from './replay.ts';
import {
  MOST_ITEMS,
  type Rundown,
  type RundownItem,
  type Rundowns,
  rundownOf,
  type SaidItem,
  type SaidRundown,
} from './rundown.ts';
import { shortly } from './shortly.ts';

/** What may be asked of the rundowns. An item is meant by its id, a rundown by its name. */
export type RundownEdit =
  /** At the end of a rundown; without a key it has the first free one of its bank. */
  | { readonly do: 'add'; readonly to: string; readonly item: SaidItem }
  /** What is said is changed, parameters one by one. Who had the key that is said gets the one that becomes free. */
  | { readonly do: 'edit'; readonly id: string; readonly item: Omit<Partial<SaidItem>, 'overlay'> }
  | { readonly do: 'duplicate' | 'remove'; readonly id: string }
  /** Past the next item of its bank, down or up. */
  | { readonly do: 'move'; readonly id: string; readonly by: 1 | -1 }
  /** What was removed last is where it was. */
  | { readonly do: 'put-back' }
  | { readonly do: 'choose' | 'new' | 'drop'; readonly name: string }
  | { readonly do: 'rename'; readonly name: string; readonly to: string }
  /** As one more, which is chosen: nothing is written over. */
  | { readonly do: 'bring'; readonly rundown: SaidRundown };

/** The rundowns after an edit, or one sentence on why there was none. */
export type Edited = { readonly ok: true; readonly value: Rundowns } | { readonly ok: false; readonly error: string };

export const done = (value: Rundowns): Edited => ({ ok: true, value });
export const refused = (error: string): Edited => ({ ok: false, error });

/** One sentence where a graphic or a value is none of this desk. */
export function wrongItem({ overlay, params = {} }: SaidItem, manifests: ReadonlyMap<string, Manifest>): string | null {
  const manifest = manifests.get(overlay);
  if (!manifest) return `There is no overlay ${shortly(overlay)}; there are ${[...manifests.keys()].join(', ')}.`;
  if (isTag(manifest)) return `${overlay} comes and goes with a replay: it is no item of a rundown.`;
  const wrongs = Object.entries(params).map(([name, value]) => wrongParam(manifest, name, value));
  return wrongs.find((wrong) => wrong !== null) ?? null;
}

export const withItems = (held: Rundowns, name: string, items: readonly RundownItem[]): Rundowns =>
  rundownOf(held, name)?.items === items
    ? held
    : { ...held, all: held.all.map((one: Rundown) => (one.name === name ? { ...one, items } : one)) };

export const noRundown = ({ all }: Rundowns, name: string): string =>
  `There is no rundown ${shortly(name)}; there are ${all.map((one) => `"${one.name}"`).join(', ')}.`;
export const full = (name: string): string => `"${name}" has ${MOST_ITEMS} items at most: remove one first.`;
