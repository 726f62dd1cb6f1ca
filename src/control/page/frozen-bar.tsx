import type { Producer } from './producer.ts';

/** Across the whole page, as long as the data stand still: what is on air is what was known then. */
export function FrozenBar({ producer }: { producer: Producer }) {
  if (!producer.show.value.frozen) return null;
  return (
    <button
      type="button"
      class="frozen-bar"
      aria-keyshortcuts="F"
      disabled={!producer.live.value}
      onClick={() => producer.act({ do: 'freeze' })}
    >
      <strong>DATA FROZEN</strong>: F lets them go on
    </button>
  );
}
