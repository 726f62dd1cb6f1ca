import { DELAY, isDelay } from '../../show/delay.ts';
import { Entry } from '../fields/entry.tsx';
import { KeyButton } from '../page/key-button.tsx';
import type { Producer } from '../page/producer.ts';
import type { DelayHand } from './delay-hand.ts';
import { type DelayRow, secondsText } from './delay-rows.ts';

/** How late each output is, so that what is drawn matches its picture. Nothing while it is closed. */
export function DelayPanel({ producer }: { readonly producer: Producer }) {
  const { delays: hand, live } = producer;
  if (!hand.open.value) return null;
  const rows = hand.rows.value;
  return (
    <section class="panel delays" aria-label="Delay">
      <div class="tap">
        <h2>Delay</h2>
        {rows.length > 0 && <Tap hand={hand} live={live.value} />}
      </div>
      {rows.length === 0 && <p>No output is connected: open a program page.</p>}
      <ul>
        {rows.map((row) => (
          <Row key={row.output} row={row} hand={hand} live={live.value} />
        ))}
      </ul>
    </section>
  );
}

interface Props {
  readonly hand: DelayHand;
  readonly live: boolean;
}

function Row({ row, hand, live }: Props & { readonly row: DelayRow }) {
  const { output, targetS, now, isSettled } = row;
  const isSelected = hand.selected.value?.output === output;
  return (
    <li data-selected={isSelected}>
      <button type="button" class="output" aria-pressed={isSelected} onClick={() => hand.select(output)}>
        {output}
      </button>
      <span class="late" data-settled={isSettled}>
        {now}
      </span>
      <fieldset class="nudge" disabled={!live}>
        <legend>Delay of {output}</legend>
        <KeyButton
          keys={isSelected ? '[' : undefined}
          shortcut={isSelected ? '[' : undefined}
          label={`${output}: half a second less`}
          disabled={targetS === 0}
          onPress={() => hand.nudge(output, -1)}
        >
          −
        </KeyButton>
        <Entry
          id={`delay-${output}`}
          label={`Delay of ${output}`}
          value={targetS.toFixed(1)}
          hint={`A delay is a number of seconds from 0 to ${DELAY.most}, in steps of ${DELAY.step}.`}
          read={delayIn}
          onSet={(delayS) => hand.set(output, delayS)}
          numeric
          unit="s"
        />
        <KeyButton
          keys={isSelected ? ']' : undefined}
          shortcut={isSelected ? ']' : undefined}
          label={`${output}: half a second more`}
          disabled={targetS === DELAY.most}
          onPress={() => hand.nudge(output, 1)}
        >
          +
        </KeyButton>
      </fieldset>
    </li>
  );
}

/** "9", "9.5", "9,5". */
function delayIn(text: string): number | null {
  const seconds = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
  return isDelay(seconds) ? seconds : null;
}

/** Two taps measure it; what was used lately is one press away. */
function Tap({ hand, live }: Props) {
  const { awaited, selected, tapped, recent, tap, giveUp, set } = hand;
  const output = awaited.value ?? selected.value?.output ?? '';
  return (
    <>
      <KeyButton keys="T" shortcut="T" pressed={awaited.value !== null} disabled={!live} onPress={tap}>
        {awaited.value === null ? 'Tap: the program monitor has it' : `Tap: ${output} has it`}
      </KeyButton>
      {awaited.value !== null && (
        <button type="button" onClick={giveUp}>
          Give up
        </button>
      )}
      {recent.value.map((delayS) => (
        <button key={delayS} type="button" disabled={!live} onClick={() => set(output, delayS)}>
          {secondsText(delayS)}
        </button>
      ))}
      <p role="status">
        {awaited.value === null
          ? (tapped.value ??
            `Pick an event: tap when the program monitor has it, then when the picture of ${output} has it.`)
          : `Now tap when the picture of ${output} has it.`}
      </p>
    </>
  );
}
