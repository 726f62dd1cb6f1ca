import type { ReadonlySignal } from '@preact/signals';
import { raceNow } from '../page/clock.ts';
import type { Producer } from '../page/producer.ts';
import { newsLine } from './news-line.ts';

/**
 * How long nothing has been heard of the race, and what that does to what is on air. It keeps its room while there is
 * news. What counts the seconds is not read out with each of them: that there is a silence, and that something has left, is.
 */
export function NewsBar({ producer, now }: { readonly producer: Producer; readonly now: ReadonlySignal<number> }) {
  const replica = producer.replica.value;
  const { level, words, fates } = newsLine({
    replica,
    manifests: producer.manifests,
    rhythm: producer.rhythm.value,
    raceNowMs: raceNow(replica, now.value),
    wallMs: performance.timeOrigin + now.value,
  });
  return (
    <section class="news" aria-label="News" data-level={level}>
      <strong role="status">{SAID[level]}</strong>
      <p title={`${words} ${fates}`}>
        {words} {fates}
      </p>
    </section>
  );
}

const SAID = { good: 'OK', warning: 'LOOK', bad: 'OUT' } as const;
