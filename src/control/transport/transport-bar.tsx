import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { DeskState } from '../../wire/crew/half.ts';
import { clockText, raceNow } from '../page/clock.ts';
import type { Producer } from '../page/producer.ts';
import { createScrub } from './scrub.ts';

/** Race seconds a second. */
const SPEEDS = [0.25, 1, 2, 4, 8, 30, 60];

/** Steers a feed that can be steered: a recording, a tape, the built-in race. */
export function TransportBar({ producer, now }: { producer: Producer; now: ReadonlySignal<number> }) {
  const { desk, clock } = producer.replica.value;
  if (!desk.span) return null;
  // Frozen data stand still while the race goes on.
  const paused = clock.rate === 0 && !producer.show.value.frozen;
  const steer = producer.steer;
  return (
    <fieldset class="transport" aria-label="Feed" disabled={!producer.live.value}>
      <strong class="rehearsal">Rehearsal</strong>
      <button
        type="button"
        class="play"
        aria-label={paused ? 'Play the feed' : 'Pause the feed'}
        onClick={() => steer({ do: paused ? 'play' : 'pause' })}
      >
        <Sign paused={paused} />
        {paused ? 'Play' : 'Pause'}
      </button>
      <SeekBar span={desk.span} producer={producer} now={now} />
      <fieldset class="segments">
        <legend>Speed</legend>
        {[...new Set([...SPEEDS, ...(paused ? [] : [clock.rate])])]
          .sort((a, b) => a - b)
          .map((rate) => (
            <button
              key={rate}
              type="button"
              aria-pressed={rate === clock.rate}
              onClick={() => steer({ do: 'speed', rate })}
            >
              {rate}×
            </button>
          ))}
      </fieldset>
    </fieldset>
  );
}

/** What pressing does. */
const Sign = ({ paused }: { paused: boolean }) => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path fill="currentColor" d={paused ? 'M3 1v14l11-7z' : 'M2 1h4v14H2zM10 1h4v14h-4z'} />
  </svg>
);

interface SeekProps {
  readonly span: NonNullable<DeskState['span']>;
  readonly producer: Producer;
  readonly now: ReadonlySignal<number>;
}

function SeekBar({ span, producer, now }: SeekProps) {
  /** Where the hand holds the bar, until the desk has answered. */
  const dragged = useSignal<number | null>(null);
  /** Keys move the bar too, but in single steps. */
  const isDown = useSignal(false);
  const scrub = useMemo(() => createScrub(producer.steer), [producer]);
  const replica = producer.replica.value;
  const offsetMin = replica.race?.sheet.info.utcOffsetMin ?? 0;
  const atMs = dragged.value ?? Math.min(Math.max(raceNow(replica, now.value) ?? span.fromMs, span.fromMs), span.toMs);
  const done = ((atMs - span.fromMs) / Math.max(1, span.toMs - span.fromMs)) * 100;
  return (
    <div class="seek" aria-busy={replica.desk.busy}>
      <output class={dragged.value === null ? '' : 'dragged'}>{clockText(atMs, offsetMin)}</output>
      <input
        type="range"
        aria-label="Moment of the race"
        aria-valuetext={clockText(atMs, offsetMin)}
        min={span.fromMs}
        max={span.toMs}
        step={1000}
        value={atMs}
        style={{ '--done': `${done}%` }}
        onPointerDown={() => {
          isDown.value = true;
        }}
        onInput={(event) => {
          dragged.value = event.currentTarget.valueAsNumber;
          if (isDown.value) scrub.drag(dragged.value);
        }}
        onChange={async (event) => {
          isDown.value = false;
          await scrub.release(event.currentTarget.valueAsNumber);
          if (!isDown.value) dragged.value = null;
        }}
        onPointerUp={(event) => {
          isDown.value = false;
          event.currentTarget.blur();
        }}
        onKeyDown={(event) => {
          // Its own keys move it; they are not for the show.
          if (/^(Arrow|Page|Home|End)/.test(event.key)) event.stopPropagation();
        }}
      />
      <output>{clockText(span.toMs, offsetMin)}</output>
      <span class="busy" role="status">
        {replica.desk.busy ? 'Rough: reading the past' : ''}
      </span>
    </div>
  );
}
