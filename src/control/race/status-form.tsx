import { useSignal } from '@preact/signals';
import { type RiderStatus, riderStatuses } from '../../race/event.ts';
import type { Race } from '../../race/race.ts';
import type { Producer } from '../page/producer.ts';

interface Props {
  readonly race: Race;
  readonly producer: Producer;
}

const words: Readonly<Record<RiderStatus, string>> = {
  racing: 'is racing',
  'not-started': 'has not started',
  abandoned: 'has abandoned',
  'outside-limit': 'is outside the time limit',
  disqualified: 'is disqualified',
};

/** Somebody heard on race radio that a rider has left the race, or that he has not. */
export function StatusForm({ race, producer: { live, tell } }: Props) {
  const bib = useSignal('');
  const status = useSignal<RiderStatus>('abandoned');
  const number = bib.value.trim();
  // One on no list races when a hand says so; nothing else can be said of him.
  const canBe = number !== '' && (status.value === 'racing' || race.sheet.riders.has(number));
  const out = race.places.filter((place) => place.status !== 'racing' && place.status !== 'finished');
  return (
    <details>
      <summary>
        {out.length === 0 ? 'Nobody has left the race' : `Out of the race: ${out.map((one) => one.bib).join(', ')}`}
      </summary>
      <form
        class="lap"
        onSubmit={(event) => {
          event.preventDefault();
          if (canBe) tell({ kind: 'rider-status', atMs: race.atMs, bib: number, status: status.value, byHand: true });
        }}
      >
        <label>
          Rider{' '}
          <input
            value={bib.value}
            disabled={!live.value}
            onInput={({ currentTarget }) => {
              bib.value = currentTarget.value;
            }}
          />
        </label>
        <select
          aria-label="What is said of the rider"
          value={status.value}
          disabled={!live.value}
          onChange={({ currentTarget }) => {
            status.value = riderStatuses.find((one) => one === currentTarget.value) ?? 'abandoned';
          }}
        >
          {riderStatuses.map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </select>
        <button type="submit" disabled={!live.value || !canBe}>
          Say it
        </button>
      </form>
    </details>
  );
}
