import { useComputed, useSignal } from '@preact/signals';
import { logKinds } from '../../wire/crew/log.ts';
import { clockText } from '../page/clock.ts';
import type { Producer } from '../page/producer.ts';
import { LogList } from './log-list.tsx';
import { filtered, kindNames, type LogFilter } from './log-rows.ts';

/** Who did what, when and why, newest first. It redraws when there are news, not with each second of the race. */
export function LogPanel({ producer }: { readonly producer: Producer }) {
  const filter = useSignal<LogFilter>({ text: '', kind: 'all' });
  const isRaceTime = useSignal(true);
  const log = useComputed(() => producer.replica.value.log);
  const lines = useComputed(() => filtered(log.value, filter.value));
  const offsetMin = useComputed(() => producer.replica.value.race?.sheet.info.utcOffsetMin ?? 0);
  const time = (atMs: number | null) => (atMs === null ? '--:--:--' : clockText(atMs, offsetMin.value));
  return (
    <section class="panel log" aria-label="Log">
      <h2>{producer.live.value ? 'Log' : 'Log, last told'}</h2>
      <div class="asked">
        <input
          type="search"
          aria-label="Lines with"
          placeholder="Filter"
          autocomplete="off"
          value={filter.value.text}
          onInput={({ currentTarget }) => {
            filter.value = { ...filter.value, text: currentTarget.value };
          }}
          onKeyDown={({ key, currentTarget }) => {
            if (key === 'Escape') currentTarget.blur();
          }}
        />
        <select
          aria-label="Kind"
          value={filter.value.kind}
          onChange={({ currentTarget }) => {
            const kind = logKinds.find((one) => one === currentTarget.value) ?? 'all';
            filter.value = { ...filter.value, kind };
          }}
        >
          <option value="all">All</option>
          {logKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindNames[kind]}
            </option>
          ))}
        </select>
        <button
          type="button"
          title="Whose clock the times are of: the race's, or the desk's; both as the place of the race has it"
          onClick={() => {
            isRaceTime.value = !isRaceTime.value;
          }}
        >
          {isRaceTime.value ? 'Race time' : 'Desk time'}
        </button>
      </div>
      <LogList lines={lines.value} timeOf={(line) => time(isRaceTime.value ? line.raceMs : line.atMs)} />
    </section>
  );
}
