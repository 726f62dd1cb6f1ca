import { useSignal } from '@preact/signals';
import { wrongOverride } from '../../race/overridden.ts';
import { HIDDEN, type Overridable, type OverrideUntil, overridable } from '../../race/override.ts';
import type { Race } from '../../race/race.ts';
import type { Producer } from '../page/producer.ts';
import { fieldWords, untilChoices } from './override-words.ts';

interface Props {
  readonly race: Race;
  readonly producer: Producer;
}

/** A number brings what is said of its rider now; what is typed over it is said instead. */
export function OverrideForm({ race, producer: { live, tell } }: Props) {
  const bib = useSignal('');
  const field = useSignal<Overridable>('family');
  const typed = useSignal<string | null>(null);
  const until = useSignal('stage');
  const number = bib.value.trim();
  const isHiding = field.value === 'hidden';
  const now = isHiding ? '' : (race.sheet.riders.get(number)?.[field.value as Exclude<Overridable, 'hidden'>] ?? '');
  const value = isHiding ? HIDDEN : (typed.value ?? now).trim();
  const wrong = number === '' ? null : wrongOverride(race.sheet, number, field.value, value || null);
  const isNews = number !== '' && value !== '' && value !== now && wrong === null;
  const untilOf = (): OverrideUntil =>
    until.value === 'stage' || until.value === 'feed' ? until.value : race.atMs + Number(until.value) * 60_000;
  const lost = !live.value;
  return (
    <form
      class="lap"
      aria-label="Say it instead of the feed"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNews) return;
        void tell({ kind: 'override', bib: number, field: field.value, value, until: untilOf() });
        typed.value = null;
      }}
    >
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
      <select
        aria-label="What is wrong of the rider"
        value={field.value}
        disabled={lost}
        onChange={({ currentTarget }) => {
          field.value = overridable.find((one) => one === currentTarget.value) ?? 'family';
          typed.value = null;
        }}
      >
        {(Object.keys(fieldWords) as Overridable[]).map((one) => (
          <option key={one} value={one}>
            {fieldWords[one]}
          </option>
        ))}
      </select>
      {!isHiding && (
        <input
          class="value"
          aria-label="What it is"
          value={typed.value ?? now}
          disabled={lost || !race.sheet.riders.has(number)}
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
      <button type="submit" disabled={lost || !isNews}>
        Say it
      </button>
      {wrong && <output>{wrong}</output>}
    </form>
  );
}
