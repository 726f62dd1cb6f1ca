import type { TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Race } from '../../race/race.ts';
import type { Producer } from '../page/producer.ts';
import { type HandRow, handRows } from './by-hand.ts';
import { OverrideForm } from './override-form.tsx';

interface Props {
  readonly race: Race;
  readonly producer: Producer;
}

/** What hands say instead of the feed: all of it in one list, the newest first, each released by its button. */
export function ByHandPanel({ race, producer }: Props) {
  const { replica, live, tell } = producer;
  const rows = handRows(race, replica.value.authors);
  return (
    <section class="by-hand" aria-label="By hand" tabIndex={-1} onKeyDown={keepDelete}>
      {rows.length > 0 && (
        <>
          <h3>By hand</h3>
          <ul>
            {rows.map((row) => (
              <Row key={row.key} row={row} live={live.value} onRelease={() => tell(row.release)} />
            ))}
          </ul>
          {rows.length > 1 && (
            <button
              type="button"
              disabled={!live.value}
              onClick={() => {
                for (const { release } of rows) void tell(release);
              }}
            >
              Release all {rows.length}
            </button>
          )}
        </>
      )}
      <details>
        <summary>{rows.length === 0 ? 'Nothing is said by hand' : 'Say more by hand'}</summary>
        <OverrideForm race={race} producer={producer} />
      </details>
    </section>
  );
}

/** Of the list itself, which has the keys when a row that had them is gone: a second stroke is not one for the rundown. */
function keepDelete(event: TargetedKeyboardEvent<HTMLElement>) {
  if (event.key === 'Delete' && event.target === event.currentTarget) event.preventDefault();
}

/** Its button has the keys after `O`: there Enter releases it, or Delete. */
function Row({ row, live, onRelease }: { row: HandRow; live: boolean; onRelease: () => void }) {
  const { what, value, details } = row;
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(
    () => () => {
      const its = button.current;
      if (its && its === document.activeElement) its.closest('section')?.focus();
    },
    [],
  );
  return (
    <li>
      <span>
        {what} <b>{value}</b>
        <small>{details}</small>
      </span>
      <button
        type="button"
        class="release"
        ref={button}
        aria-label={`Release: ${what} ${value}`}
        disabled={!live}
        onClick={onRelease}
        onKeyDown={(event) => {
          if (event.key !== 'Delete' || event.repeat) return;
          event.preventDefault();
          onRelease();
        }}
      >
        Release
      </button>
    </li>
  );
}
