import type { Ask } from '../../show/command.ts';
import { type Manifest, type Params, withDefaults } from '../../show/manifest.ts';
import { entries, itemOf, type Show } from '../../show/show.ts';
import { excludes } from '../../show/zones.ts';
import type { Intent } from '../page/keys.ts';
import { withHotkey } from './hotkeys.ts';

/** What is wished of one graphic; what pages make of the wish is another column, see `air`. */
export interface TileState {
  readonly taken: boolean;
  readonly cued: boolean;
  /** From 0; null when not taken. */
  readonly step: number | null;
  /** Ids of the graphics that are taken and would make way for this one. */
  readonly displaces: readonly string[];
}

export function tileState({ program, preview }: Show, { id, layer }: Manifest): TileState {
  const placed = itemOf(program, id);
  const inTheWay = entries(program).filter(([zone, { overlay }]) => overlay !== id && excludes(zone, layer));
  return {
    taken: placed !== null,
    cued: itemOf(preview, id) !== null,
    step: placed?.step ?? null,
    displaces: inTheWay.map(([, { overlay }]) => overlay),
  };
}

/** What its form edits: as it is cued, else as it stands on air, else as it was last left; complete. */
export const paramsOf = ({ program, preview }: Show, manifest: Manifest, left: Params): Params =>
  withDefaults(manifest, itemOf(preview, manifest.id)?.params ?? itemOf(program, manifest.id)?.params ?? left);

/** The graphic that the next step is for: the one touched last where it has steps, else the first that has. */
export function steppable(show: Show, manifests: readonly Manifest[], touched: string | null): Manifest | null {
  const walking = manifests.filter(({ id, steps }) => steps !== 1 && itemOf(show.program, id));
  return walking.find(({ id }) => id === touched) ?? walking[0] ?? null;
}

/** What the desk is asked; null where the intent has no graphic to be about. */
export function askOf(
  intent: Intent,
  show: Show,
  manifests: readonly Manifest[],
  touched: string | null,
  params: (manifest: Manifest) => Params,
): Ask | null {
  if (intent.do === 'cue' || intent.do === 'direct') return onGraphic(intent, show, manifests, params);
  if (intent.do === 'help' || intent.do === 'line') return null;
  if (intent.do !== 'next' && intent.do !== 'previous') return { do: intent.do };
  const manifest = steppable(show, manifests, touched);
  return manifest && { do: intent.do, overlay: manifest.id };
}

function onGraphic(
  intent: Extract<Intent, { do: 'cue' | 'direct' }>,
  show: Show,
  manifests: readonly Manifest[],
  params: (manifest: Manifest) => Params,
): Ask | null {
  const manifest =
    'hotkey' in intent ? withHotkey(manifests, intent.hotkey) : manifests.find((its) => its.id === intent.overlay);
  if (!manifest) return null;
  const { id } = manifest;
  if (intent.do === 'direct' && itemOf(show.program, id)) return { do: 'out', overlay: id };
  if (intent.do === 'cue' && itemOf(show.preview, id)) return { do: 'uncue', overlay: id };
  return { do: intent.do === 'direct' ? 'take-direct' : 'cue', overlay: id, params: params(manifest) };
}
