import type { Command } from './command.ts';
import type { Layer, Params } from './manifest.ts';
import { type Item, type Items, layerOf, type Show } from './show.ts';

/** Folds a command into the show. Returns the same show when nothing changes. */
export function apply(show: Show, command: Command): Show {
  switch (command.do) {
    case 'cue':
      return layerOf(show.preview, command.overlay)
        ? { ...show, preview: without(show.preview, command.overlay) }
        : { ...show, preview: { ...show.preview, [command.layer]: item(command.overlay, command.params) } };
    case 'take':
      return Object.keys(show.preview).length === 0
        ? show
        : { program: merged(show.program, show.preview), preview: {}, cut: false };
    case 'take-direct':
      return {
        program: merged(show.program, { [command.layer]: item(command.overlay, command.params) }),
        preview: without(show.preview, command.overlay),
        cut: false,
      };
    case 'set':
      return {
        program: changed(show.program, command.overlay, command.params),
        preview: changed(show.preview, command.overlay, command.params),
        cut: false,
      };
    case 'next':
      return { ...show, program: stepped(show.program, command.overlay, command.steps), cut: false };
    case 'out':
      return layerOf(show.program, command.overlay)
        ? { ...show, program: without(show.program, command.overlay), cut: false }
        : show;
    case 'clear':
      return { ...show, program: {}, cut: false };
    case 'panic':
      return { ...show, program: {}, cut: true };
  }
}

const item = (overlay: string, params: Params): Item => ({ overlay, params, step: 0 });

/** The newcomers win their layers; a graphic that is already there keeps its step, so that a second take is none. */
function merged(items: Items, newcomers: Items): Items {
  const next: Partial<Record<Layer, Item>> = { ...items };
  for (const [layer, newcomer] of entries(newcomers)) {
    const held = next[layer];
    next[layer] = held?.overlay === newcomer.overlay ? { ...newcomer, step: held.step } : newcomer;
  }
  return next;
}

const without = (items: Items, overlay: string): Items =>
  Object.fromEntries(entries(items).filter(([, held]) => held.overlay !== overlay));

const changed = (items: Items, overlay: string, params: Params): Items =>
  mapped(items, overlay, (held) => ({ ...held, params: { ...held.params, ...params } }));

function stepped(items: Items, overlay: string, steps: number): Items {
  const layer = layerOf(items, overlay);
  const step = layer ? items[layer]!.step + 1 : 0;
  return step < steps ? mapped(items, overlay, (held) => ({ ...held, step })) : without(items, overlay);
}

const mapped = (items: Items, overlay: string, change: (held: Item) => Item): Items =>
  Object.fromEntries(entries(items).map(([layer, held]) => [layer, held.overlay === overlay ? change(held) : held]));

const entries = (items: Items): [Layer, Item][] => Object.entries(items) as [Layer, Item][];
