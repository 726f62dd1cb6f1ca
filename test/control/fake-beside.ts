import type { BesideDesk } from '../../src/control/page/panic-hand.ts';
import type { PanicWord } from '../../src/wire/panic-word.ts';

/** A browser whose other pages are this list of what they heard; `another` is a second control page in it. */
export function fakeBeside(
  untold = false,
): BesideDesk & { readonly words: readonly PanicWord['do'][]; another(word: PanicWord): void } {
  const words: PanicWord['do'][] = [];
  const listeners: ((word: PanicWord) => void)[] = [];
  let remembered = untold;
  return {
    words,
    another: (word) => {
      for (const heard of listeners) heard(word);
    },
    hear: (heard) => listeners.push(heard),
    say: (word) => words.push(word.do),
    recall: () => remembered,
    remember: (its) => {
      remembered = its;
    },
  };
}
