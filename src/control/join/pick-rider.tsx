import { useSignal } from '@preact/signals';
import type { FreeRider } from '../../wire/public/joining.ts';
import type { JoinHand } from './join-hand.ts';

interface Props {
  readonly hand: JoinHand;
  readonly riders: readonly FreeRider[];
}

/** The start list: the rider types his number or a part of his name, presses himself, and says that it is he. */
export function PickRider({ hand, riders }: Props) {
  const typed = useSignal('');
  const chosen = useSignal<FreeRider | null>(null);
  const rider = chosen.value;
  if (rider)
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void hand.join(rider.bib, '').then(() => {
            chosen.value = null;
          });
        }}
      >
        <p class="you">
          Are you <b>{rider.bib}</b> {rider.name}?
        </p>
        <button type="submit" class="main" disabled={hand.isBusy.value}>
          Yes, join
        </button>
        <button
          type="button"
          onClick={() => {
            chosen.value = null;
          }}
        >
          No, back to the list
        </button>
      </form>
    );
  const found = riders.filter((one) => isMeant(one, typed.value));
  return (
    <section aria-label="Start list">
      <label>
        Your number or name
        <input
          type="search"
          autocomplete="off"
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </label>
      <ul class="riders">
        {found.map((one) => (
          <li key={one.bib}>
            <button
              type="button"
              disabled={one.isTaken}
              onClick={() => {
                chosen.value = one;
              }}
            >
              <b>{one.bib}</b>
              <span>{one.name}</span>
              {one.isTaken && <small>has a phone</small>}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>Nobody on the start list is called so: ask the crew for your number.</p>}
    </section>
  );
}

/** "7" is whoever has it in his number; letters are a part of a name, with or without its accents. */
function isMeant({ bib, name }: FreeRider, typed: string): boolean {
  const said = plain(typed);
  return plain(bib).includes(said) || plain(name).includes(said);
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
