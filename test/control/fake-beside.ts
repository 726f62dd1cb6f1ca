import type { BesideDesk } from '../../src/control/page/panic-hand.ts';
import type { PanicWord } from '../../src/wire/panic-word.ts';

/** A browser whose other pages are this list of what they heard. */
export function fakeBeside(untold = false): BesideDesk & { readonly words: readonly PanicWord['do'][] } {
  const words: PanicWord['do'][] = [];
  let remembered = untold;
  return {
    words,
    say: (word) => words.push(word.do),
    recall: () => remembered,
    remember: (its) => {
      remembered = its;
    },
  };
}
