import { useSignal } from '@preact/signals';
import { BeneathChoice } from '../beneath/beneath-choice.tsx';
import type { BeneathHand } from '../beneath/beneath-hand.ts';
import { BeneathPicture } from '../beneath/beneath-picture.tsx';
import { KeyButton } from '../page/key-button.tsx';
import { lastTold } from '../page/last-told.ts';
import type { Producer } from '../page/producer.ts';
import { ReplayBar } from './replay-bar.tsx';
import { Ring } from './ring.tsx';
import { previewTally, programTally } from './tally.ts';

interface Props {
  readonly bus: 'preview' | 'program';
  readonly url: string;
  readonly producer: Producer;
  readonly beneath: BeneathHand;
}

/** The output page itself, framed; never clickable, so that it cannot take the keys away from the producer. */
export function Monitor({ bus, url, producer, beneath }: Props) {
  const guides = useSignal(bus === 'preview');
  const { show, shown, pages, manifests, live } = producer;
  const { lit, words } =
    bus === 'program'
      ? programTally({ show: show.value, shown: shown.value, pages: pages.value }, manifests)
      : previewTally(show.value, manifests);
  return (
    <section
      class={`monitor ${bus}`}
      data-tally={live.value ? lit : 'off'}
      data-replay={bus === 'program' && show.value.replay}
      aria-label={bus}
    >
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
        {bus === 'preview' && <BeneathChoice hand={beneath} />}
        {bus === 'program' && <ReplayBar producer={producer} />}
        {bus === 'program' && live.value && <LeavingBar producer={producer} />}
        <p role="status">{live.value ? words : lastTold(words)}</p>
      </header>
      <div class="screen">
        <BeneathPicture hand={beneath} />
        <iframe title={`${bus} picture`} src={guides.value ? `${url}&guides` : url} tabIndex={-1} inert />
        {bus === 'preview' && (
          <p class="beneath-said" role="status">
            {beneath.said.value}
          </p>
        )}
      </div>
    </section>
  );
}

/** What is on air and leaves by itself, and the way to keep the newest of it. */
function LeavingBar({ producer }: { readonly producer: Producer }) {
  const leaving = producer.leaving.value;
  const titleOf = (overlay: string) => producer.manifests.find(({ id }) => id === overlay)?.title ?? overlay;
  const newest = leaving.at(-1);
  if (!newest) return null;
  return (
    <div class="leaving">
      {leaving.map((countdown) => (
        <Ring key={countdown.overlay} countdown={countdown} />
      ))}
      <KeyButton keys="A" shortcut="A" onPress={() => producer.act({ do: 'hold' })}>
        {`Hold ${titleOf(newest.overlay)}`}
      </KeyButton>
    </div>
  );
}
