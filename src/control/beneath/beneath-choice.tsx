import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { FileField } from '../fields/file-field.tsx';
import type { BeneathHand } from './beneath-hand.ts';
import { NO_CAMERAS } from './camera.ts';

/** Opens the choice of what lies beneath both monitors, over the one that it stands in: nothing moves. */
export function BeneathChoice({ hand }: { readonly hand: BeneathHand }) {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    open.value = false;
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-expanded={open.value}
        aria-controls="beneath"
        onClick={() => {
          open.value = !open.value;
        }}
      >
        Beneath
      </button>
      <fieldset
        id="beneath"
        class="beneath-choice"
        aria-label="Beneath the monitors"
        hidden={!open.value}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.shiftKey) return;
          event.preventDefault();
          close();
        }}
      >
        {open.value && <Choices hand={hand} />}
      </fieldset>
    </>
  );
}

function Choices({ hand }: { readonly hand: BeneathHand }) {
  const beneath = hand.beneath.value;
  const cameras = hand.cameras.value;
  return (
    <>
      <button type="button" aria-pressed={beneath.what === 'nothing'} onClick={hand.nothing}>
        Nothing
      </button>
      <FileField
        label={beneath.what === 'still' ? 'Another still …' : 'A still …'}
        accept="image/*"
        chosen={beneath.what === 'still'}
        onFile={hand.still}
      />
      {cameras?.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          aria-pressed={beneath.what === 'camera' && beneath.camera.id === id}
          onClick={() => void hand.camera(id)}
        >
          {name}
        </button>
      ))}
      {cameras === null && <p>{NO_CAMERAS}</p>}
      {cameras?.length === 0 && <p>The browser knows of no camera.</p>}
    </>
  );
}
