import { PANIC_CHANNEL, parsePanicWord } from '../../wire/panic-word.ts';
import type { BesideDesk } from './panic-hand.ts';

const UNTOLD = 'ardoise panic untold';

/** The channel and the memory of a browser. */
export function openBesideDesk(): BesideDesk & { close(): void } {
  const channel = new BroadcastChannel(PANIC_CHANNEL);
  return {
    say: (word) => channel.postMessage(word),
    hear: (heard) =>
      channel.addEventListener('message', ({ data }) => {
        const word = parsePanicWord(data);
        if (word) heard(word);
      }),
    recall: () => sessionStorage.getItem(UNTOLD) !== null,
    remember(untold) {
      if (untold) sessionStorage.setItem(UNTOLD, 'yes');
      else sessionStorage.removeItem(UNTOLD);
    },
    close: () => channel.close(),
  };
}
