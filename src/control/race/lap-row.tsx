import { useSignal } from '@preact/signals';
import type { Course } from '../../race/course/course.ts';
import type { Health } from '../../race/health.ts';
import type { Producer } from '../page/producer.ts';

interface Props {
  readonly withoutLap: Health['withoutLap'];
  readonly laps: Course['laps'];
  readonly producer: Producer;
}

/** Nothing proves on which lap the riders are: whoever sees the race says it, of the bunch or of one rider. */
export function LapRow({ withoutLap, laps, producer: { live, tell } }: Props) {
  const lap = useSignal('');
  const bib = useSignal('');
  const number = Number(lap.value);
  const isLap = Number.isInteger(number) && number >= 1 && number <= (laps?.count ?? Number.POSITIVE_INFINITY);
  return (
    <form
      class="lap"
      onSubmit={(event) => {
        event.preventDefault();
        if (isLap) tell({ kind: 'lap-known', bib: bib.value.trim() || null, lap: number });
      }}
    >
      <p>
        Lap not known of {withoutLap === 1 ? '1 rider' : `${withoutLap} riders`}: say it, or wait for the line. They
        have no place and no gap until then.
      </p>
      <label>
        Lap{' '}
        <input
          type="number"
          min={1}
          max={laps?.count}
          value={lap.value}
          onInput={({ currentTarget }) => {
            lap.value = currentTarget.value;
          }}
        />
      </label>
      <label>
        of rider{' '}
        <input
          value={bib.value}
          placeholder="the bunch"
          onInput={({ currentTarget }) => {
            bib.value = currentTarget.value;
          }}
        />
      </label>
      <button type="submit" disabled={!live.value || !isLap}>
        Say it
      </button>
    </form>
  );
}
