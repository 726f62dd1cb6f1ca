import type { Producer } from './producer.ts';

/** Across the whole page, as long as a panic keeps the picture clean: nothing can be taken until it is released. */
export function CleanBar({ producer }: { producer: Producer }) {
  if (!producer.clean.value) return null;
  const live = producer.live.value;
  return (
    <button
      type="button"
      class="clean-bar"
      aria-keyshortcuts="Shift+Escape"
      disabled={!live}
      onClick={() => producer.act({ do: 'panic' })}
    >
      <strong>CLEAN</strong>
      {live ? ': Shift Esc to release' : WITHOUT_DESK}
    </button>
  );
}

const WITHOUT_DESK = ' on the pages of this browser; the desk is told when it is back, and releases then';
