import type { Command } from './command.ts';
import { withDelay } from './delay.ts';
import { lossAfter } from './loss.ts';
import type { Params } from './manifest.ts';
import { onlyLayers, withoutLayers } from './owners.ts';
import { entries, type Item, type Items, itemOf, mapItems, type Owners, type Show, sameItems } from './show.ts';
import { excludes, type Layer } from './zones.ts';

/**
 * Folds a command into the show, but for undo and redo, which need what was before: see `foldUndoable`. Returns the same show when nothing changes. Always: one graphic in a layer, a graphic
 * in one layer, none in a layer that another's excludes, and none on air while a panic is latched, no replay either.
 */
export function apply(show: Show, command: Command): Show {
  if (show.latched && brings(command)) return show;
  const program = kept(show.program, programAfter(show, command));
  const preview = kept(show.preview, previewAfter(show, command));
  const replay = command.do === 'replay' || (command.do !== 'live' && command.do !== 'panic' && show.replay);
  const cut = command.do === 'panic' || (program === show.program && replay === show.replay && show.cut);
  const latched = command.do === 'panic' || (command.do !== 'release' && show.latched);
  const frozen = command.do === 'freeze' || (command.do !== 'thaw' && show.frozen);
  const owners = ownersAfter(show.owners, command);
  const loss = command.do === 'loss' ? lossAfter(show.loss, command) : show.loss;
  const delays = command.do === 'delay' ? withDelay(show.delays, command.output, command.delayS) : show.delays;
  const after: Show = { program, preview, cut, latched, frozen, replay, owners, loss, delays };
  const parts = Object.keys(after) as (keyof Show)[];
  return parts.every((part) => after[part] === show[part]) ? show : after;
}

/** What a panic keeps from the air. */
const brings = ({ do: what }: Command): boolean => what === 'take' || what === 'take-direct' || what === 'replay';

function ownersAfter(owners: Owners, command: Command): Owners {
  if (command.do === 'claim' || command.do === 'claim-over')
    return owners[command.layer] === command.owner ? owners : { ...owners, [command.layer]: command.owner };
  if (command.do !== 'free' || owners[command.layer] === undefined) return owners;
  const { [command.layer]: _, ...others } = owners;
  return others;
}

function programAfter({ program, preview }: Show, command: Command): Items {
  switch (command.do) {
    case 'cue':
    case 'uncue':
    case 'release':
    case 'freeze':
    case 'thaw':
    case 'replay':
    case 'live':
    case 'hold':
    case 'claim':
    case 'claim-over':
    case 'free':
    case 'loss':
    case 'undo':
    case 'redo':
    case 'delay':
      return program;
    case 'update':
      return entries(onAirIn(withoutLayers(preview, command.but), program)).reduce(
        (items, [layer, item]) => put(items, layer, item),
        program,
      );
    case 'take':
      return entries(withoutLayers(preview, command.but)).reduce(
        (items, [layer, item]) => put(items, layer, item),
        program,
      );
    case 'take-direct':
      return put(program, command.layer, item(command.overlay, command.params));
    case 'set':
      return changed(program, command.overlay, (held) => withParams(held, command.params));
    case 'next':
      return stepped(program, command.overlay, 1, command.steps);
    case 'previous':
      return stepped(program, command.overlay, -1, command.steps);
    case 'out':
      return without(program, command.overlay);
    case 'clear':
    case 'panic':
      return {};
  }
}

function previewAfter({ preview, program }: Show, command: Command): Items {
  switch (command.do) {
    case 'cue':
      return put(preview, command.layer, item(command.overlay, command.params));
    case 'uncue':
      return without(preview, command.overlay);
    case 'take':
      return onlyLayers(preview, command.but);
    case 'update':
      return updatedPreview(preview, program, command.but);
    case 'take-direct':
      return without(preview, command.overlay);
    case 'set':
      return changed(preview, command.overlay, (held) => withParams(held, command.params));
    default:
      return preview;
  }
}

/** What was on air as well is not cued any more. */
function updatedPreview(preview: Items, program: Items, but: readonly Layer[] | undefined): Items {
  const mine = withoutLayers(preview, but);
  if (Object.keys(onAirIn(mine, program)).length === 0) return preview;
  return { ...onlyLayers(preview, but), ...onAirIn(mine, program, false) };
}

/** Of what is cued, what is on air as well, or what is not. */
const onAirIn = (preview: Items, program: Items, isOn = true): Items =>
  Object.fromEntries(entries(preview).filter(([, { overlay }]) => (itemOf(program, overlay) !== null) === isOn));

const item = (overlay: string, params: Params): Item => ({ overlay, params, step: 0 });

/**
 * The newcomer wins its layer, and sends away who holds one that excludes it; a graphic that is already there keeps its
 * step, so that a second take is none.
 */
function put(items: Items, layer: Layer, newcomer: Item): Items {
  const step = itemOf(items, newcomer.overlay)?.step ?? newcomer.step;
  const others = entries(without(items, newcomer.overlay)).filter(([held]) => !excludes(held, layer));
  return { ...Object.fromEntries(others), [layer]: { ...newcomer, step } };
}

/** Stops at the first and the last of so many steps. Who stood beyond the last goes back from there. */
const stepped = (items: Items, overlay: string, by: number, steps: number): Items =>
  changed(items, overlay, (held) => {
    const last = Math.max(0, steps - 1);
    return { ...held, step: Math.min(last, Math.max(0, Math.min(last, held.step) + by)) };
  });

const withParams = (held: Item, params: Params): Item => ({ ...held, params: { ...held.params, ...params } });

const without = (items: Items, overlay: string): Items =>
  Object.fromEntries(entries(items).filter(([, held]) => held.overlay !== overlay));

const changed = (items: Items, overlay: string, change: (held: Item) => Item): Items =>
  mapItems(items, (held) => (held.overlay === overlay ? change(held) : held));

const kept = (before: Items, after: Items): Items => (sameItems(before, after) ? before : after);
