import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { KeyButton } from '../page/key-button.tsx';
import { placeOf } from '../page/keys.ts';
import type { Producer } from '../page/producer.ts';
import { type Line, lineOf } from './line.ts';
import { MatchList, optionId } from './match-list.tsx';

const LIST = 'line-list';

/** The command line: a bar over the pictures while it is open. */
export function LineBar({ producer }: { producer: Producer }) {
  const line = useMemo(() => lineOf(producer), [producer]);
  const opening = producer.line.value;
  return opening ? <OpenLine key={opening} line={line} /> : null;
}

/** Has the keys from its first moment on, and gives them back to where they were. */
function OpenLine({ line }: { line: Line }) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const own = field.current;
    line.open();
    own?.select();
    own?.focus();
    // In a narrow dock there is no room for it: open and unseen it would swallow what is meant for the show.
    if (document.activeElement !== own) line.close();
    return () => {
      own?.blur();
      if (before instanceof HTMLElement && before !== document.body) before.focus();
    };
  }, [line]);
  const { text, list, chosen, reading, undone } = line;
  return (
    <section
      class="line"
      aria-label="Command line"
      onKeyDown={(event) => {
        // On a button of the bar, too: Esc closes the line, and is not heard as "all out".
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        line.close();
      }}
      onMouseDown={(event) => {
        // The field keeps the keys while the list and the buttons are pressed.
        if (event.target !== field.current) event.preventDefault();
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        // Another window has the keys for a while: the line waits.
        if (!isInside && document.hasFocus()) line.close();
      }}
    >
      <div class="line-field">
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label="Command line"
          aria-autocomplete="list"
          aria-expanded={list.value.length > 0}
          aria-controls={LIST}
          aria-activedescendant={chosen.value === null ? undefined : optionId(LIST, chosen.value)}
          aria-describedby="line-sentence"
          aria-invalid={undone.value}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={text.value}
          onInput={({ currentTarget }) => line.type(currentTarget.value)}
          onKeyDown={(event) => {
            if (heard(event, line)) event.preventDefault();
          }}
        />
        <KeyButton keys="Enter" onPress={() => line.enter()}>
          Do it
        </KeyButton>
        <KeyButton keys="Esc" onPress={line.close}>
          Close
        </KeyButton>
      </div>
      <p id="line-sentence" role="status" data-undone={undone.value}>
        {undone.value && <strong>Not done: </strong>}
        {reading.value.sentence}
      </p>
      <MatchList id={LIST} list={list.value} chosen={chosen.value} onPick={line.enter} />
    </section>
  );
}

/** Whether the key was one of the line. What a method of writing still puts together is not. */
function heard(event: KeyboardEvent, line: Line): boolean {
  const { key, isComposing, shiftKey } = event;
  if (isComposing) return false;
  if (line.stroke(strokeOf(event))) return true;
  if (key === 'Tab') return !shiftKey && line.complete();
  if (key === 'Enter') line.enter();
  else if (key === 'ArrowDown') line.walk(1);
  else if (key === 'ArrowUp') line.walk(-1);
  else return false;
  return true;
}

/** A digit by its place, as everywhere on this page: on AZERTY it is typed with Shift. Empty where it is a chord. */
function strokeOf(event: KeyboardEvent): string {
  if (event.ctrlKey || event.altKey || event.metaKey) return '';
  return /^Digit(\d)$/.exec(placeOf(event))?.[1] ?? event.key;
}
