import { useSignal } from '@preact/signals';
import { AppSetup } from './app-setup.tsx';
import type { JoinHand } from './join-hand.ts';
import { PickRider } from './pick-rider.tsx';
import { SayRider } from './say-rider.tsx';

/** A rider's phone joins: which number it is, then which app sends its places. */
export function JoinPage({ hand }: { readonly hand: JoinHand }) {
  const joined = hand.joined.value;
  const free = hand.free.value;
  return (
    <main class="control join">
      <h1>{joined ? `Number ${joined.bib}` : 'Ride with your phone'}</h1>
      {hand.refusal.value && (
        <p class="not-so" role="alert">
          {hand.refusal.value}
        </p>
      )}
      {joined ? (
        <AppSetup joined={joined} onForget={hand.forget} />
      ) : free === null ? (
        <EnterCode hand={hand} />
      ) : free.isOpen ? (
        <SayRider hand={hand} />
      ) : (
        <PickRider hand={hand} riders={free.riders} />
      )}
    </main>
  );
}

/** Who was told the code, and did not scan it. */
function EnterCode({ hand }: { readonly hand: JoinHand }) {
  const typed = useSignal('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void hand.enter(typed.value);
      }}
    >
      <p>Scan the sign at the start, or type the code that stands on it.</p>
      <label>
        Join code
        <input
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          required
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </label>
      <button type="submit" class="main" disabled={hand.isBusy.value}>
        Go on
      </button>
    </form>
  );
}
