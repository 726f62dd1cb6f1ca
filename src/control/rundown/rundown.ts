import type { Ask } from '../../show/command.ts';
import { type Manifest, type Params, withDefaults } from '../../show/manifest.ts';
import { holds, placing } from '../../show/placing.ts';
import { type Bank, itemOfKey, type Rundown, type RundownItem } from '../../show/rundown.ts';
import { entries, itemOf, type Show } from '../../show/show.ts';
import { excludes } from '../../show/zones.ts';
import type { Intent } from '../page/keys.ts';

/** What is wished of one item; what pages make of the wish is another column, see `air`. */
export interface ItemState {
  /** Its graphic is taken with its values, or with others. */
  readonly taken: 'so' | 'otherwise' | 'not';
  readonly cued: boolean;
  /** Of its graphic, from 0; null when that is not taken. */
  readonly step: number | null;
  /** Ids of the graphics that are taken and would make way for this one. */
  readonly displaces: readonly string[];
}

export function itemState(show: Show, item: RundownItem, { layer }: Manifest): ItemState {
  const placed = itemOf(show.program, item.overlay);
  const inTheWay = entries(show.program).filter(
    ([zone, { overlay }]) => overlay !== item.overlay && excludes(zone, layer),
  );
  return {
    taken: holds(show.program, item) ? 'so' : placed ? 'otherwise' : 'not',
    cued: holds(show.preview, item),
    step: placed?.step ?? null,
    displaces: inTheWay.map(([, { overlay }]) => overlay),
  };
}

/** A graphic as it is cued, else as it stands on air, else as the first item has it; complete. */
export const paramsOf = ({ program, preview }: Show, manifest: Manifest, { items }: Rundown): Params =>
  withDefaults(
    manifest,
    (itemOf(preview, manifest.id) ?? itemOf(program, manifest.id) ?? items.find((one) => one.overlay === manifest.id))
      ?.params ?? {},
  );

/** The graphic that the next step is for: the one touched last where it has steps, else the first that has. */
export function steppable(show: Show, manifests: readonly Manifest[], touched: string | null): Manifest | null {
  const walking = manifests.filter(({ id, steps }) => steps !== 1 && itemOf(show.program, id));
  return walking.find(({ id }) => id === touched) ?? walking[0] ?? null;
}

/** What a key or a button of control is judged by. */
export interface IntentFacts {
  /** As its operator has seen it. */
  readonly show: Show;
  readonly rundown: Rundown;
  readonly bank: Bank;
  readonly manifests: readonly Manifest[];
  readonly touched: string | null;
  /** The graphic that began last to leave by itself; null where none will. */
  readonly leaving: string | null;
}

/** What the desk is asked; null where the intent has no graphic to be about, or is none for the show. */
export function askOf(intent: Intent, facts: IntentFacts): Ask | null {
  const { show, manifests, touched, leaving } = facts;
  switch (intent.do) {
    case 'cue':
    case 'direct':
      return onItem(intent, facts);
    case 'next':
    case 'previous': {
      const manifest = steppable(show, manifests, touched);
      return manifest && { do: intent.do, overlay: manifest.id };
    }
    case 'freeze':
      return { do: show.frozen ? 'thaw' : 'freeze' };
    case 'replay':
      return { do: show.replay ? 'live' : 'replay' };
    case 'hold':
      return leaving === null ? null : { do: 'hold', overlay: leaving };
    case 'take':
    case 'update':
    case 'clear':
    case 'panic':
    case 'undo':
    case 'redo':
      return { do: intent.do };
    default:
      return null;
  }
}

function onItem(
  intent: Extract<Intent, { do: 'cue' | 'direct' }>,
  { show, rundown, bank }: Pick<IntentFacts, 'show' | 'rundown' | 'bank'>,
): Ask | null {
  const item =
    'key' in intent ? itemOfKey(rundown, bank, intent.key) : rundown.items.find(({ id }) => id === intent.item);
  if (!item) return null;
  const { overlay } = item;
  if (intent.do === 'direct' && holds(show.program, item)) return { do: 'out', overlay };
  if (intent.do === 'cue' && holds(show.preview, item)) return { do: 'uncue', overlay };
  return { do: intent.do === 'direct' ? 'take-direct' : 'cue', ...placing(item) };
}
