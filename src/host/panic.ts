import type { Items } from '../show/show.ts';
import { PANIC_CHANNEL, type PanicWord, parsePanicWord } from '../wire/panic-word.ts';
import type { Link, Replica } from './link.ts';

/** What a page has heard of a panic beside the desk. */
export interface Panic {
  /** Nothing is in the picture, whatever the desk wants. */
  readonly clean: boolean;
  /** What the desk wanted on air when the panic came: it is void, and stays so until the desk speaks anew. */
  readonly voided: Items | null;
}

export const noPanic: Panic = { clean: false, voided: null };

/** A word on the channel. A desk that is there and has latched the panic rules by itself. */
export function afterWord(panic: Panic, word: PanicWord, replica: Replica): Panic {
  if (word.do === 'release') return { ...panic, clean: false };
  return afterDesk({ clean: true, voided: replica.show.program }, replica);
}

/** Anything that the desk says. */
export const afterDesk = (panic: Panic, { connection, show }: Replica): Panic =>
  connection === 'live' && show.latched ? noPanic : panic;

/** Whether the picture is kept clean against what the desk said last. */
export const keepsClean = ({ clean, voided }: Panic, { show }: Replica): boolean => clean || show.program === voided;

/** Listens for the panic of a control page in the same browser. */
export interface PanicEar {
  /** Whether the picture is kept clean now. */
  isClean(): boolean;
  /** A panic was heard and no release: whose picture is not the desk's to command goes on after that. */
  isHeld(): boolean;
  close(): void;
}

/** Calls back when a word changes what may be shown. */
export function hearPanic(link: Link, changed: () => void): PanicEar {
  let panic = noPanic;
  const stop = link.onChange(() => {
    panic = afterDesk(panic, link.replica());
  });
  const channel = openChannel();
  channel?.addEventListener('message', ({ data }) => {
    const word = parsePanicWord(data);
    if (!word) return;
    // What is held was meant before the panic, and is void as well.
    if (word.do === 'panic') {
      panic = { ...panic, clean: true };
      link.letGo();
    }
    panic = afterWord(panic, word, link.replica());
    changed();
  });
  return {
    isClean: () => keepsClean(panic, link.replica()),
    isHeld: () => panic.clean,
    close() {
      stop();
      channel?.close();
    },
  };
}

/** Null in a page without an origin, to which some browsers give none: no control page can be in the same place. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(PANIC_CHANNEL);
  } catch {
    return null;
  }
}
