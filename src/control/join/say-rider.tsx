import { useSignal } from '@preact/signals';
import { LONGEST_RIDER_NAME } from '../../wire/public/joining.ts';
import type { JoinHand } from './join-hand.ts';

/** Nobody has a list: the rider says who he is. */
export function SayRider({ hand }: { readonly hand: JoinHand }) {
  const bib = useSignal('');
  const name = useSignal('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void hand.join(bib.value, name.value);
      }}
    >
      <label>
        Your number
        <input
          inputMode="numeric"
          autocomplete="off"
          required
          maxLength={12}
          value={bib.value}
          onInput={({ currentTarget }) => {
            bib.value = currentTarget.value;
          }}
        />
      </label>
      <label>
        Your name, as it is shown
        <input
          autocomplete="name"
          required
          maxLength={LONGEST_RIDER_NAME}
          value={name.value}
          onInput={({ currentTarget }) => {
            name.value = currentTarget.value;
          }}
        />
      </label>
      <button type="submit" class="main" disabled={hand.isBusy.value}>
        Join
      </button>
    </form>
  );
}
