import { useComputed } from '@preact/signals';
import type { Manifest } from '../../show/manifest.ts';
import type { RundownItem } from '../../show/rundown.ts';
import { lastTold } from '../page/last-told.ts';
import type { Producer } from '../page/producer.ts';
import { airState } from '../rundown/air.ts';
import { stateWords, valuesOf } from '../rundown/item-words.ts';
import { Ring } from '../rundown/ring.tsx';
import { itemState } from '../rundown/rundown.ts';

interface Props {
  readonly item: RundownItem;
  readonly manifest: Manifest;
  readonly producer: Producer;
}

/** One item, as large as a thumb: a touch takes it, another takes it out; below, one that cues it. */
export function ItemButton({ item, manifest, producer }: Props) {
  const { title, key, overlay, id } = item;
  const live = producer.live.value;
  const state = itemState(producer.show.value, item, manifest);
  const isOn = state.taken === 'so';
  const air = airState({ shown: producer.shown.value, pages: producer.pages.value }, overlay, state.taken !== 'not');
  const words = stateWords(state, air) || 'Off';
  const leaving = isOn ? producer.leaving.value.find((one) => one.overlay === overlay) : undefined;
  const values = useComputed(() => valuesOf(item, manifest, producer.replica.value.race));
  return (
    <li
      class="item-button"
      aria-label={title}
      data-air={live && isOn ? air.mark : 'off'}
      data-cued={live && state.cued}
    >
      <button
        type="button"
        class="direct"
        aria-label={`${isOn ? 'Take out' : 'Take'} ${title}`}
        aria-pressed={isOn}
        disabled={!live || (producer.clean.value && !isOn)}
        onClick={() => producer.act({ do: 'direct', item: id })}
      >
        <span class="head">
          {key && <i>{key}</i>}
          <b>{title}</b>
        </span>
        <small>{values}</small>
        <em role="status">
          {live ? words : lastTold(words)}
          {leaving && live && <Ring countdown={leaving} />}
        </em>
      </button>
      <button
        type="button"
        class="cue"
        aria-label={`${state.cued ? 'Uncue' : 'Cue'} ${title}`}
        aria-pressed={state.cued}
        disabled={!live}
        onClick={() => producer.act({ do: 'cue', item: id })}
      >
        {state.cued ? 'Uncue' : 'Cue'}
      </button>
    </li>
  );
}
