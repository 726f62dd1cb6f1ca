import { waitingText } from '../../race/confirm/waiting-words.ts';
import { KeyButton } from '../page/key-button.tsx';
import type { Producer } from '../page/producer.ts';

/**
 * What is not official and waits for a yes before it is shown, the newest. It keeps its room while nothing waits: what
 * is below it never moves under a pointer.
 */
export function WaitingBar({ producer }: { producer: Producer }) {
  const { waiting, race } = producer.replica.value;
  const [newest] = waiting;
  const disabled = !producer.live.value || !newest;
  const text = newest ? waitingText(newest, race) : 'No result waits.';
  return (
    <section class="waiting" aria-label="Waits for Y" data-waits={newest !== undefined}>
      <p role="status" title={text}>
        {text}
      </p>
      {waiting.length > 1 && <span class="chip">+{waiting.length - 1} more</span>}
      <KeyButton keys="Y" shortcut="Y" disabled={disabled} onPress={() => producer.act({ do: 'confirm' })}>
        Confirm
      </KeyButton>
      <button type="button" disabled={disabled} onClick={() => producer.act({ do: 'not-so' })}>
        Not so
      </button>
    </section>
  );
}
