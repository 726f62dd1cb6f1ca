import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Manifest } from '../../show/manifest.ts';
import type { RundownItem } from '../../show/rundown.ts';
import { ParamForm } from '../fields/param-form.tsx';
import { KeyButton } from '../page/key-button.tsx';
import { lastTold } from '../page/last-told.ts';
import type { Producer } from '../page/producer.ts';
import { airState } from './air.ts';
import { ItemFields } from './item-fields.tsx';
import { ItemTools } from './item-tools.tsx';
import { LayerOwner } from './layer-owner.tsx';
import { LossField } from './loss-field.tsx';
import { type ItemState, itemState } from './rundown.ts';

/** The item that is selected: what it is doing, its values, and what is good to know of it. */
export function ItemForm({ producer }: { readonly producer: Producer }) {
  const item = producer.rundown.selected.value;
  const manifest = producer.manifests.find(({ id }) => id === item?.overlay);
  if (!item || !manifest) return <p class="item-form empty">No item is selected: the rundown has none in this bank.</p>;
  return <SelectedItem key={item.id} item={item} manifest={manifest} producer={producer} />;
}

interface Props {
  readonly item: RundownItem;
  readonly manifest: Manifest;
  readonly producer: Producer;
}

function SelectedItem({ item, manifest, producer }: Props) {
  const { rundown } = producer;
  const live = producer.live.value;
  const state = itemState(producer.show.value, item, manifest);
  const air = airState(
    { shown: producer.shown.value, pages: producer.pages.value },
    item.overlay,
    state.taken !== 'not',
  );
  const form = useAskedKeys(producer);
  const isOn = state.taken === 'so';
  return (
    <article
      ref={form}
      class="item-form"
      aria-label={item.title}
      data-air={live && state.taken !== 'not' ? air.mark : 'off'}
      data-cued={state.cued}
    >
      <header>
        <kbd class="big">{item.key ?? '·'}</kbd>
        <div>
          <h3>{item.title}</h3>
          <p class="layer">{place(manifest, state, producer)}</p>
        </div>
        <Marks wish={wishWords(state)} air={air.word} live={live} />
      </header>
      {live && air.more && <p class="more">{air.more}</p>}
      <div class="keys">
        <KeyButton
          class="cue"
          keys={item.key ?? undefined}
          shortcut={item.key ?? undefined}
          pressed={state.cued}
          disabled={!live}
          onPress={() => producer.act({ do: 'cue', item: item.id })}
        >
          {state.cued ? 'Uncue' : 'Cue'}
        </KeyButton>
        <KeyButton
          class="direct"
          keys={item.key ? `Shift ${item.key}` : undefined}
          shortcut={item.key ? `Shift+${item.key}` : undefined}
          pressed={isOn}
          disabled={!live || (producer.clean.value && !isOn)}
          onPress={() => producer.act({ do: 'direct', item: item.id })}
        >
          {isOn ? 'Take out' : 'Take'}
        </KeyButton>
        <ItemTools producer={producer} />
      </div>
      <ParamForm
        id={`${item.id}-value`}
        label={`Values of ${item.title}`}
        params={manifest.params}
        values={item.params}
        disabled={!live}
        onSet={(params) => producer.edit(item, params)}
      />
      <LossField id={item.id} manifest={manifest} producer={producer} />
      <ItemFields
        item={item}
        rundown={rundown.rundown.value}
        disabled={!live}
        onChange={(change) => rundown.change(item, change)}
      />
      <LayerOwner layer={manifest.layer} producer={producer} />
    </article>
  );
}

/** The first field of the form has the keys each time it is asked for. */
function useAskedKeys({ rundown }: Producer) {
  const form = useRef<HTMLElement>(null);
  const asked = rundown.asked.value;
  const heard = useRef(asked);
  useLayoutEffect(() => {
    if (asked === heard.current) return;
    heard.current = asked;
    const field = form.current?.querySelector<HTMLElement>(
      '.params :is(input, select, textarea, button):not(:disabled)',
    );
    field?.focus();
    if (field instanceof HTMLInputElement) field.select();
  }, [asked]);
  return form;
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

function wishWords({ taken, cued }: ItemState): string {
  const words = { so: 'Taken', otherwise: 'Taken with other values', not: null }[taken];
  if (words) return cued ? `${words}, cued` : words;
  return cued ? 'Cued' : 'Not taken';
}

/** Which graphic it is, where it stands, how far it has walked, and what it would send away. */
function place(manifest: Manifest, { step, displaces }: ItemState, producer: Producer): string {
  const { layer, title } = manifest;
  const steps = producer.steps(manifest);
  const others = displaces.map((overlay) => producer.manifests.find(({ id }) => id === overlay)?.title ?? overlay);
  return [
    `${title}, ${layer.replace('-', ' ')}`,
    step !== null && steps !== 1 && `step ${step + 1}${steps === null ? '' : ` of ${steps}`}`,
    others.length > 0 && `replaces ${others.join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
