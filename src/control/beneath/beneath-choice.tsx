import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
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
      <label class="file" data-chosen={beneath.what === 'still'}>
        {beneath.what === 'still' ? 'Another still …' : 'A still …'}
        <input
          type="file"
          accept="image/*"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            // The same file may be opened again once it was changed.
            currentTarget.blur();
            if (file) void hand.still(file);
            currentTarget.value = '';
          }}
        />
      </label>
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
