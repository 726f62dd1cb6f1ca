import type { Manifest } from '../../show/manifest.ts';
import { ParamForm } from '../fields/param-form.tsx';
import { KeyButton } from '../page/key-button.tsx';
import { lastTold } from '../page/last-told.ts';
import type { Producer } from '../page/producer.ts';
import { RefusalNote } from '../page/refusal-note.tsx';
import { airState } from './air.ts';
import { hotkeyOf } from './hotkeys.ts';
import { type TileState, tileState } from './rundown.ts';

/** One graphic: its key, what it is doing, its parameters. */
export function Tile({ manifest, producer }: { manifest: Manifest; producer: Producer }) {
  const { id, title } = manifest;
  const key = hotkeyOf(producer.manifests, id) ?? undefined;
  const { live, clean } = producer;
  const state = tileState(producer.show.value, manifest);
  const air = airState({ shown: producer.shown.value, pages: producer.pages.value }, id, state.taken);
  return (
    <article class="tile" aria-label={title} data-air={live.value ? air.mark : 'off'} data-cued={state.cued}>
      <header>
        {key && <kbd class="big">{key}</kbd>}
        <div>
          <h3>{title}</h3>
          <p class="layer">{place(manifest, state, producer)}</p>
        </div>
        <Marks wish={wishWords(state)} air={air.word} live={live.value} />
      </header>
      {live.value && air.more && <p class="more">{air.more}</p>}
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
          pressed={state.taken}
          disabled={!live.value || (clean.value && !state.taken)}
          onPress={() => producer.act({ do: 'direct', overlay: id })}
        >
          {state.taken ? 'Take out' : 'Take'}
        </KeyButton>
      </div>
      <RefusalNote producer={producer} about={id} />
      <ParamForm manifest={manifest} producer={producer} />
    </article>
  );
}

/** What is wished, and what pages say they draw: two columns, so that neither is taken for the other. */
const Marks = ({ wish, air, live }: { wish: string; air: string; live: boolean }) =>
  live ? (
    <p class="marks" role="status">
      <span class="wish">{wish}</span> <span class="air">{air}</span>
    </p>
  ) : (
    <p class="marks" role="status">
      <span>{lastTold(`${wish}, ${air.toLowerCase()}`)}</span>
    </p>
  );

function wishWords({ taken, cued }: TileState): string {
  if (taken) return cued ? 'Taken, cued' : 'Taken';
  return cued ? 'Cued' : 'Not taken';
}

/** Where it stands, how far it has walked, and what it would send away. */
function place(manifest: Manifest, { step, displaces }: TileState, producer: Producer): string {
  const { layer } = manifest;
  const steps = producer.steps(manifest);
  const others = displaces.map((overlay) => producer.manifests.find(({ id }) => id === overlay)?.title ?? overlay);
  return [
    layer.replace('-', ' '),
    step !== null && steps !== 1 && `step ${step + 1}${steps === null ? '' : ` of ${steps}`}`,
    others.length > 0 && `replaces ${others.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
