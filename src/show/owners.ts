import { type Command, cleans } from './command.ts';
import { entries, type Items, type Owners, type Show, sameItem } from './show.ts';
import { type Layer, layers } from './zones.ts';

/** Layers that are somebody else's. */
export const othersLayers = (owners: Owners, author: string): readonly Layer[] =>
  layers.filter((layer) => owners[layer] !== undefined && owners[layer] !== author);

/**
 * The layer of another that a command changes, or null, whatever the command is: all out and panic alone may clean
 * every layer. What holds for the whole picture (a freeze, a replay) changes none.
 */
export function trespass(before: Show, after: Show, command: Command, author: string): Layer | null {
  if (command.do !== 'out' && cleans(command)) return null;
  // It changes no item, but when the one on air leaves.
  const isHeld = (layer: Layer) => command.do === 'hold' && before.program[layer]?.overlay === command.overlay;
  const changed = (layer: Layer) =>
    isHeld(layer) || isOther(before.program, after.program, layer) || isOther(before.preview, after.preview, layer);
  return othersLayers(before.owners, author).find(changed) ?? null;
}

function isOther(before: Items, after: Items, layer: Layer): boolean {
  const [was, is] = [before[layer], after[layer]];
  return was && is ? !sameItem(was, is) : was !== is;
}

/** Without what is in layers of others: a take is of what is cued in one's own. */
export const withoutLayers = (items: Items, but: readonly Layer[] = []): Items =>
  but.length === 0 ? items : Object.fromEntries(entries(items).filter(([layer]) => !but.includes(layer)));

export const onlyLayers = (items: Items, but: readonly Layer[] = []): Items =>
  Object.fromEntries(entries(items).filter(([layer]) => but.includes(layer)));
