import { useComputed, useSignal } from '@preact/signals';
import { type LogLine, logKinds } from '../../wire/crew/log.ts';
import type { Producer } from '../page/producer.ts';
import { LogList } from './log-list.tsx';
import { filtered, kindNames, type LogFilter } from './log-rows.ts';

interface Props {
  readonly producer: Producer;
  readonly timeOf: (line: LogLine) => string;
}

/** Who did what, when and why, newest first. */
export function LogView({ producer, timeOf }: Props) {
  const filter = useSignal<LogFilter>({ text: '', kind: 'all' });
  const log = useComputed(() => producer.replica.value.log);
  const lines = useComputed(() => filtered(log.value, filter.value));
  return (
    <>
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
      </div>
      <LogList lines={lines.value} timeOf={timeOf} />
    </>
  );
}
