import { useComputed, useSignal } from '@preact/signals';
import { clockText } from '../page/clock.ts';
import type { Producer } from '../page/producer.ts';
import { AsRunView } from './as-run-view.tsx';
import { LogView } from './log-view.tsx';

/** A moment of the desk and of the race. */
interface Moments {
  readonly atMs: number;
  readonly raceMs: number | null;
}

/** What was done, or what was on air, newest first. It redraws when there are news, not with each second of the race. */
export function LogPanel({ producer }: { readonly producer: Producer }) {
  const isRaceTime = useSignal(true);
  const isAsRun = useSignal(false);
  const offsetMin = useComputed(() => producer.replica.value.race?.sheet.info.utcOffsetMin ?? 0);
  const timeOf = ({ raceMs, atMs }: Moments) => {
    const ms = isRaceTime.value ? raceMs : atMs;
    return ms === null ? '--:--:--' : clockText(ms, offsetMin.value);
  };
  const name = isAsRun.value ? 'As run' : 'Log';
  return (
    <section class="panel log" aria-label={name}>
      <header>
        <h2>{producer.live.value ? name : `${name}, last told`}</h2>
        <button
          type="button"
          title="Whose clock the times are of: the race's, or the desk's; both as the place of the race has it"
          onClick={() => {
            isRaceTime.value = !isRaceTime.value;
          }}
        >
          {isRaceTime.value ? 'Race time' : 'Desk time'}
        </button>
        <button
          type="button"
          aria-pressed={isAsRun.value}
          title="What was on air, as pages drew it; again: the log"
          onClick={() => {
            isAsRun.value = !isAsRun.value;
          }}
        >
          As run
        </button>
      </header>
      {isAsRun.value ? (
        <AsRunView producer={producer} timeOf={timeOf} />
      ) : (
        <LogView producer={producer} timeOf={timeOf} />
      )}
    </section>
  );
}
