import { useSignal } from '@preact/signals';
import type { Race } from '../../race/race.ts';
import { clockText } from '../page/clock.ts';
import type { Producer } from '../page/producer.ts';
import { posted } from './posted.ts';
import { TableForm } from './table-form.tsx';

interface Props {
  readonly race: Race;
  readonly live: Producer['live'];
}

/** When who starts a time trial: the list as a table, and one rider whose start was moved. */
export function StartsForm({ race, live }: Props) {
  const starts = race.timeTrial?.starts ?? [];
  const recovered = starts.filter((start) => start.recovered).length;
  return (
    <details class="told">
      <summary>
        Starts: {starts.length === 0 ? 'not known' : `${starts.length} known`}
        {recovered > 0 && `, ${recovered} of them recovered from the ride`}
      </summary>
      <OneStart race={race} live={live} />
      <TableForm door="starts" label="Start times" example={'bib,time\n31,14:03:30\n12,14:05'} live={live} />
    </details>
  );
}

/** No time takes back what hands have said of him. */
function OneStart({ race: { sheet, timeTrial }, live }: Props) {
  const bib = useSignal('');
  const time = useSignal('');
  const answer = useSignal('');
  const number = bib.value.trim();
  const isRider = sheet.riders.has(number);
  const known = timeTrial?.starts.find((start) => start.bib === number);
  return (
    <form
      class="lap"
      aria-label="The start of one rider"
      onSubmit={async (event) => {
        event.preventDefault();
        // A cell of a table, whatever is typed in it.
        const cell = `"${time.value.trim().replaceAll('"', '""')}"`;
        if (isRider) answer.value = await posted('starts', `bib,time\n${number},${cell}`);
      }}
    >
      <label>
        Rider{' '}
        <input
          value={bib.value}
          aria-invalid={number !== '' && !isRider}
          onInput={({ currentTarget }) => {
            bib.value = currentTarget.value;
            answer.value = '';
          }}
        />
      </label>
      <label>
        starts at{' '}
        <input
          value={time.value}
          placeholder={known ? clockText(known.startMs, sheet.info.utcOffsetMin) : '14:03:30'}
          onInput={({ currentTarget }) => {
            time.value = currentTarget.value;
            answer.value = '';
          }}
        />
      </label>
      <button type="submit" disabled={!live.value || !isRider}>
        {time.value.trim() === '' ? 'Take back' : 'Say it'}
      </button>
      <output>{number !== '' && !isRider ? 'No rider has this number.' : answer.value}</output>
    </form>
  );
}
