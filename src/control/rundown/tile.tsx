import type { Manifest } from '../../show/manifest.ts';
import { ParamForm } from '../fields/param-form.tsx';
import { KeyButton } from '../page/key-button.tsx';
import { lastTold } from '../page/last-told.ts';
import type { Producer } from '../page/producer.ts';
import { RefusalNote } from '../page/refusal-note.tsx';
import { hotkeyOf } from './hotkeys.ts';
import { type TileState, tileState } from './rundown.ts';

/** One graphic: its key, what it is doing, its parameters. */
export function Tile({ manifest, producer }: { manifest: Manifest; producer: Producer }) {
  const { id, title } = manifest;
  const key = hotkeyOf(producer.manifests, id) ?? undefined;
  const { live, clean } = producer;
  const state = tileState(producer.show.value, manifest);
  return (
    <article class="tile" aria-label={title} data-on-air={state.onAir} data-cued={state.cued}>
      <header>
        {key && <kbd class="big">{key}</kbd>}
        <div>
          <h3>{title}</h3>
          <p class="layer">{place(manifest, state, producer)}</p>
        </div>
        <p class="state" role="status">
          {live.value ? stateWords(state) : lastTold(stateWords(state))}
        </p>
      </header>
      <div class="keys">
        <KeyButton
          class="cue"
          keys={key}
          shortcut={key}
          pressed={state.cued}
          disabled={!live.value}
          onPress={() => producer.act({ do: 'cue', overlay: id })}
        >
          {state.cued ? 'Uncue' : 'Cue'}
        </KeyButton>
        <KeyButton
          class="direct"
          keys={key && `Shift ${key}`}
          shortcut={key && `Shift+${key}`}
          pressed={state.onAir}
          disabled={!live.value || (clean.value && !state.onAir)}
          onPress={() => producer.act({ do: 'direct', overlay: id })}
        >
          {state.onAir ? 'Take out' : 'Take'}
        </KeyButton>
      </div>
      <RefusalNote producer={producer} about={id} />
      <ParamForm manifest={manifest} producer={producer} />
    </article>
  );
}

function stateWords({ onAir, cued }: TileState): string {
  if (onAir) return cued ? 'On air, cued' : 'On air';
  return cued ? 'Cued' : 'Off';
}

/** Where it stands, how far it has walked, and what it would send away. */
function place(manifest: Manifest, { step, displaces }: TileState, producer: Producer): string {
  const { layer } = manifest;
  const steps = producer.steps(manifest);
  const other = producer.manifests.find(({ id }) => id === displaces)?.title ?? displaces;
  return [
    layer.replace('-', ' '),
    step !== null && steps > 1 && `step ${step + 1} of ${steps}`,
    other && `replaces ${other}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
