import type { ReadonlySignal } from '@preact/signals';
import { raceNow } from '../page/clock.ts';
import type { Producer } from '../page/producer.ts';
import type { HealthLine } from './health-line.ts';
import { healthLines, lampOf } from './health-lines.ts';

const SAID: Record<HealthLine['level'], string> = { good: 'OK', idle: '–', warning: 'LOOK', bad: 'BAD' };

/** How far the picture can be trusted: one lamp, and all of it on demand. A level is a word before it is a colour. */
export function HealthPanel({ producer, now }: { producer: Producer; now: ReadonlySignal<number> }) {
  const replica = producer.replica.value;
  const lines = healthLines(replica, raceNow(replica, now.value));
  const lamp = lampOf(replica, lines);
  return (
    <section class="panel health" aria-label="Health">
      <h2>Health</h2>
      <p class="lamp" data-level={lamp.level}>
        <span role="status">
          <strong>{SAID[lamp.level]}</strong> {lamp.label}
        </span>{' '}
        {lamp.words}
      </p>
      <details>
        <summary>{lines.length} lines</summary>
        <ul>
          {lines.map(({ level, label, words, example }, place) => (
            <li key={`${place} ${label}`} data-level={level}>
              <strong>{SAID[level]}</strong>
              <div>
                <span>{label}</span> {words}
                {example && <small>{example}</small>}
              </div>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
