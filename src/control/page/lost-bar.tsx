import type { ReadonlySignal } from '@preact/signals';
import { ageText } from './clock.ts';
import type { Producer } from './producer.ts';

/** Without the desk nobody knows: how old is what stands here, and what still works. */
export function LostBar({ producer, now }: { producer: Producer; now: ReadonlySignal<number> }) {
  const { connection, clockReceivedMs } = producer.replica.value;
  if (connection !== 'lost') return null;
  return (
    <p class="lost-bar" role="status">
      The desk is lost: all that stands here was last told {ageText((now.value - clockReceivedMs) / 1000)} ago. Panic
      works on the pages of this browser. Look at the terminal of the desk.
    </p>
  );
}
