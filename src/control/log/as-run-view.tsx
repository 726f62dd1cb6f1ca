import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { download } from '../fields/download.ts';
import type { Producer } from '../page/producer.ts';
import { asRunHand } from './as-run-hand.ts';
import { asRunRows } from './as-run-rows.ts';
import { StillButton } from './still-button.tsx';

interface Props {
  readonly producer: Producer;
  readonly timeOf: (moments: { readonly raceMs: number | null; readonly atMs: number }) => string;
}

/** What was on air as pages drew it, newest first. It asks the desk when what pages draw has changed. */
export function AsRunView({ producer, timeOf }: Props) {
  const hand = useMemo(asRunHand, []);
  const rows = useComputed(() => asRunRows(hand.rows.value, producer.manifests));
  const answer = useSignal('');
  useEffect(() => hand.close, [hand]);
  const { air } = producer.shown.value;
  useEffect(hand.ask, [hand, air]);
  const file = async (path: string, name: string) => {
    answer.value = await download(path, name);
  };
  return (
    <>
      <div class="files">
        <button type="button" title="A table for a spreadsheet" onClick={() => file('/api/as-run.csv', 'as-run.csv')}>
          CSV
        </button>
        <button
          type="button"
          title="All of it, with what was to be read meanwhile"
          onClick={() => file('/api/as-run?words=all', 'as-run.json')}
        >
          JSON
        </button>
      </div>
      <p class="answer" role="status">
        {answer.value || hand.trouble.value}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is scrolled by keys as well */}
      <ol class="as-run" aria-label="What was on air, newest first" tabIndex={0} reversed>
        {rows.value.map(({ n, title, fromAt, fromRaceMs, howLong, by, words, hasStill }) => {
          const from = timeOf({ raceMs: fromRaceMs, atMs: fromAt });
          return (
            <li key={n}>
              <small>
                <time>{from}</time> {by} <span>{howLong}</span>
              </small>
              <p>
                <b>{title}</b> {words}
              </p>
              {hasStill && <StillButton of={`${title}, ${from}`} ask={() => hand.still(n)} />}
            </li>
          );
        })}
      </ol>
      {rows.value.length === 0 && <p>Nothing was on air yet.</p>}
    </>
  );
}
