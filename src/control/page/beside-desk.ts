import { PANIC_CHANNEL } from '../../wire/panic-word.ts';
import type { BesideDesk } from './panic-hand.ts';

const UNTOLD = 'ardoise panic untold';

/** The channel and the memory of a browser. */
export function openBesideDesk(): BesideDesk & { close(): void } {
  const channel = new BroadcastChannel(PANIC_CHANNEL);
  return {
    say: (word) => channel.postMessage(word),
    recall: () => sessionStorage.getItem(UNTOLD) !== null,
    remember(untold) {
      if (untold) sessionStorage.setItem(UNTOLD, 'yes');
      else sessionStorage.removeItem(UNTOLD);
    },
    close: () => channel.close(),
  };
}
