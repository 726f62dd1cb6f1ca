import { useSignal } from '@preact/signals';
import { type Items, itemOf } from '../../show/show.ts';
import { lastTold } from '../page/last-told.ts';
import type { Producer } from '../page/producer.ts';

interface Props {
  readonly bus: 'preview' | 'program';
  readonly url: string;
  readonly producer: Producer;
}

/** The output page itself, framed; never clickable, so that it cannot take the keys away from the producer. */
export function Monitor({ bus, url, producer }: Props) {
  const guides = useSignal(bus === 'preview');
  const names = namesIn(producer.show.value[bus], producer);
  const word = bus === 'program' ? 'On air' : 'Cued';
  const words = names.length > 0 ? `${word}: ${names.join(' · ')}` : `Nothing ${word.toLowerCase()}`;
  return (
    <section class={`monitor ${bus}`} data-tally={producer.live.value && names.length > 0} aria-label={bus}>
      <header>
        <h2>{bus}</h2>
        {bus === 'preview' && (
          <button
            type="button"
            aria-pressed={guides.value}
            onClick={() => {
              guides.value = !guides.value;
            }}
          >
            Safe areas
          </button>
        )}
        <p role="status">{producer.live.value ? words : lastTold(words)}</p>
      </header>
      <div class="screen">
        <iframe title={`${bus} picture`} src={guides.value ? `${url}&guides` : url} tabIndex={-1} inert />
      </div>
    </section>
  );
}

/** Titles in the order of the keys; a graphic that this page does not know goes by its id. */
function namesIn(items: Items, { manifests }: Producer): readonly string[] {
  const known = manifests.filter(({ id }) => itemOf(items, id)).map(({ title }) => title);
  const unknown = Object.values(items).filter(({ overlay }) => !manifests.some(({ id }) => id === overlay));
  return [...known, ...unknown.map(({ overlay }) => overlay)];
}
