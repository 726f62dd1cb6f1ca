import type { Producer } from '../page/producer.ts';

/**
 * Over the program as long as a replay runs: what stands in its picture is not live. In the head of the monitor, which is
 * always there: with each replay nothing on the page moves.
 */
export function ReplayBar({ producer }: { readonly producer: Producer }) {
  if (!producer.show.value.replay) return null;
  return (
    <button
      type="button"
      class="replay-bar"
      aria-keyshortcuts="R"
      disabled={!producer.live.value}
      onClick={() => producer.act({ do: 'replay' })}
    >
      <strong>REPLAY</strong>: R ends it
    </button>
  );
}
