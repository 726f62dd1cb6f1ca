import { useSignal } from '@preact/signals';
import { roadWord } from '../../race/overrides/on-road.ts';
import { sheetWord } from '../../race/overrides/on-sheet.ts';
import {
  HIDDEN,
  type OverridePath,
  type OverrideUntil,
  type RiderField,
  riderFields,
  TO_GO,
} from '../../race/overrides/override.ts';
import { sayOf } from '../../race/overrides/overrides.ts';
import { readOverride, wrongUntil } from '../../race/overrides/read-override.ts';
import type { Race } from '../../race/race.ts';
import type { Producer } from '../page/producer.ts';
import { fieldWords, untilChoices } from './override-words.ts';

interface Props {
  readonly race: Race;
  readonly producer: Producer;
}

const ofRider = (value: string): RiderField | null => riderFields.find((one) => one === value) ?? null;

/** What it is of, and of whom, brings what is said now; that is held so, or what is typed over it is said instead. */
export function OverrideForm({ race, producer: { live, tell } }: Props) {
  const bib = useSignal('');
  const what = useSignal('family');
  const typed = useSignal<string | null>(null);
  const until = useSignal('stage');
  const field = ofRider(what.value);
  const number = bib.value.trim();
  const path: OverridePath = field ? `rider/${number || '?'}/${field}` : TO_GO;
  const isBlank = field !== null && number === '';
  const now = isBlank ? '' : (sheetWord(race.sheet, path) ?? roadWord(race, path) ?? '');
  const value = field === 'hidden' ? HIDDEN : (typed.value ?? now).trim();
  const untilNow: OverrideUntil =
    until.value === 'stage' || until.value === 'feed' ? until.value : race.atMs + Number(until.value) * 60_000;
  const read = isBlank || value === '' ? null : readOverride(race, path, value);
  const wrong = read && !read.ok ? read.error : wrongUntil(path, untilNow);
  const isHeld = value === now && field !== 'hidden';
  const lost = !live.value;
  return (
    <form
      class="lap"
      aria-label="Say it instead of the feed"
      onSubmit={(event) => {
        event.preventDefault();
        if (!read?.ok || wrong !== null) return;
        void tell(sayOf(race, path, read.value, untilNow));
        typed.value = null;
      }}
    >
      <select
        aria-label="What is wrong"
        value={what.value}
        disabled={lost}
        onChange={({ currentTarget }) => {
          what.value = currentTarget.value;
          typed.value = null;
        }}
      >
        {(Object.keys(fieldWords) as RiderField[]).map((one) => (
          <option key={one} value={one}>
            {fieldWords[one]}
          </option>
        ))}
        <option value={TO_GO}>Km to go</option>
      </select>
      {field && (
        <label>
          Number{' '}
          <input
            value={bib.value}
            disabled={lost}
            onInput={({ currentTarget }) => {
              bib.value = currentTarget.value;
              typed.value = null;
            }}
          />
        </label>
      )}
      {field !== 'hidden' && (
        <input
          class="value"
          aria-label="What it is"
          value={typed.value ?? now}
          disabled={lost || (field !== null && !race.sheet.riders.has(number))}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      )}
      <select
        aria-label="How long it holds"
        value={until.value}
        disabled={lost}
        onChange={({ currentTarget }) => {
          until.value = currentTarget.value;
        }}
      >
        {Object.entries(untilChoices).map(([choice, words]) => (
          <option key={choice} value={choice}>
            {words}
          </option>
        ))}
      </select>
      <button type="submit" disabled={lost || !read?.ok || wrong !== null}>
        {isHeld && !isBlank ? 'Hold it' : 'Say it'}
      </button>
      {wrong && <output>{wrong}</output>}
    </form>
  );
}
