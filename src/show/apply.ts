import type { Command } from './command.ts';
import type { Layer, Params } from './manifest.ts';
import { entries, type Item, type Items, itemOf, type Show, sameItems } from './show.ts';

/**
 * Folds a command into the show. Returns the same show when nothing changes. Always: one graphic in a layer, and a
 * graphic in one layer.
 */
export function apply(show: Show, command: Command): Show {
  const program = kept(show.program, programAfter(show, command));
  const preview = kept(show.preview, previewAfter(show, command));
  const cut = command.do === 'panic' || (program === show.program && show.cut);
  const still = program === show.program && preview === show.preview && cut === show.cut;
  return still ? show : { program, preview, cut };
}

function programAfter({ program, preview }: Show, command: Command): Items {
  switch (command.do) {
    case 'cue':
    case 'uncue':
      return program;
    case 'take':
      return entries(preview).reduce((items, [layer, item]) => put(items, layer, item), program);
    case 'take-direct':
      return put(program, command.layer, item(command.overlay, command.params));
    case 'set':
      return changed(program, command.overlay, (held) => withParams(held, command.params));
    case 'next':
      return stepped(program, command.overlay, command.steps);
    case 'out':
      return without(program, command.overlay);
    case 'clear':
    case 'panic':
      return {};
  }
}

function previewAfter({ preview }: Show, command: Command): Items {
  switch (command.do) {
    case 'cue':
      return put(preview, command.layer, item(command.overlay, command.params));
    case 'uncue':
      return without(preview, command.overlay);
    case 'take':
      return {};
    case 'take-direct':
      return without(preview, command.overlay);
    case 'set':
      return changed(preview, command.overlay, (held) => withParams(held, command.params));
    default:
      return preview;
  }
}

const item = (overlay: string, params: Params): Item => ({ overlay, params, step: 0 });

/** The newcomer wins its layer; a graphic that is already there keeps its step, so that a second take is none. */
function put(items: Items, layer: Layer, newcomer: Item): Items {
  const step = itemOf(items, newcomer.overlay)?.step ?? newcomer.step;
  return { ...without(items, newcomer.overlay), [layer]: { ...newcomer, step } };
}

function stepped(items: Items, overlay: string, steps: number): Items {
  const step = (itemOf(items, overlay)?.step ?? 0) + 1;
  return step < steps ? changed(items, overlay, (held) => ({ ...held, step })) : without(items, overlay);
}

const withParams = (held: Item, params: Params): Item => ({ ...held, params: { ...held.params, ...params } });

const without = (items: Items, overlay: string): Items =>
  Object.fromEntries(entries(items).filter(([, held]) => held.overlay !== overlay));

const changed = (items: Items, overlay: string, change: (held: Item) => Item): Items =>
  Object.fromEntries(entries(items).map(([layer, held]) => [layer, held.overlay === overlay ? change(held) : held]));

const kept = (before: Items, after: Items): Items => (sameItems(before, after) ? before : after);
