import { useComputed } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Manifest } from '../../show/manifest.ts';
import type { RundownItem } from '../../show/rundown.ts';
import { lastTold } from '../page/last-told.ts';
import type { Producer } from '../page/producer.ts';
import { airState } from './air.ts';
import { stateWords, valuesOf } from './item-words.ts';
import { otherOwner } from './layer-owner.tsx';
import { Ring } from './ring.tsx';
import { itemState } from './rundown.ts';

interface Props {
  readonly item: RundownItem;
  readonly manifest: Manifest;
  readonly selected: boolean;
  readonly producer: Producer;
}

/** One item: its key cues it, its name selects it, and again opens its form; at its end it is taken, or taken out. */
export function ItemRow({ item, manifest, selected, producer }: Props) {
  const { title, key, overlay, id } = item;
  const live = producer.live.value;
  const state = itemState(producer.show.value, item, manifest);
  const isOn = state.taken === 'so';
  const air = airState({ shown: producer.shown.value, pages: producer.pages.value }, overlay, state.taken !== 'not');
  const words = stateWords(state, air);
  const leaving = isOn ? producer.leaving.value.find((one) => one.overlay === overlay) : undefined;
  const owner = live ? otherOwner(manifest.layer, producer) : null;
  const name = useSelection(selected);
  // The race is another one with each delta; its words here seldom are.
  const values = useComputed(() => valuesOf(item, manifest, producer.replica.value.race));
  return (
    <li
      class="item"
      aria-label={title}
      data-air={live ? airOf(isOn, air.mark) : 'off'}
      data-cued={state.cued}
      data-selected={selected}
    >
      <button
        type="button"
        class="key"
        aria-label={`${state.cued ? 'Uncue' : 'Cue'} ${title}`}
        aria-pressed={state.cued}
        aria-keyshortcuts={key ?? undefined}
        disabled={!live}
        onClick={() => producer.act({ do: 'cue', item: id })}
      >
        {key ?? '·'}
      </button>
      <button
        ref={name}
        type="button"
        class="name"
        aria-current={selected}
        onClick={() => {
          if (selected) producer.act({ do: 'form' });
          producer.rundown.select(id);
        }}
      >
        <b>{title}</b>
        <small>
          {words && <em role="status">{live ? words : lastTold(words)}</em>}
          {owner && <em class="owner">{owner}'s layer</em>}
          <span>{values}</span>
        </small>
      </button>
      <button
        type="button"
        class="direct"
        aria-label={`${isOn ? 'Take out' : 'Take'} ${title}`}
        aria-pressed={isOn}
        aria-keyshortcuts={key ? `Shift+${key}` : undefined}
        disabled={!live || (producer.clean.value && !isOn)}
        onClick={() => producer.act({ do: 'direct', item: id })}
      >
        {isOn ? 'Out' : 'Take'}
        {leaving && live && <Ring countdown={leaving} />}
      </button>
    </li>
  );
}

/** What is on air with other values is no more than said. */
const airOf = (isOn: boolean, mark: string): string => (isOn ? mark : 'off');

/** Who is selected is in sight, and has the keys where another one of the list had them. */
function useSelection(selected: boolean) {
  const name = useRef<HTMLButtonElement>(null);
  const was = useRef(selected);
  useLayoutEffect(() => {
    const isNew = selected && !was.current;
    was.current = selected;
    if (!isNew || !name.current) return;
    name.current.scrollIntoView({ block: 'nearest' });
    if (document.activeElement?.closest('.items')) name.current.focus();
  }, [selected]);
  return name;
}
