import { clockText } from '../page/clock.ts';
import type { Producer } from '../page/producer.ts';

/** What race radio has said lately, newest first; nothing where there is none. */
export function RadioPanel({ producer }: { readonly producer: Producer }) {
  const { radio, race } = producer.replica.value;
  if (radio.length === 0) return null;
  return (
    <section class="panel radio" aria-label="Race radio">
      <h2>Race radio</h2>
      <ul>
        {radio.map(({ atMs, text }) => (
          <li key={`${atMs} ${text}`}>
            <time>{clockText(atMs, race?.sheet.info.utcOffsetMin ?? 0).slice(0, 5)}</time> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
