import { type ReadonlySignal, signal } from '@preact/signals';
import type { Link } from '../../host/link.ts';
import type { PanicWord } from '../../wire/panic-word.ts';

/** The way to the pages of this browser that goes round the desk, and a memory that outlives a reload of this page. */
export interface BesideDesk {
  say(word: PanicWord): void;
  /** Another control page of this browser says it. */
  hear(heard: (word: PanicWord) => void): void;
  /** Whether the desk was left with a panic that it does not know of. */
  recall(): boolean;
  remember(untold: boolean): void;
}

export interface PanicHand {
  /** A panic that the desk is not known to have heard: pages beside this one are clean, others may not be. */
  readonly untold: ReadonlySignal<boolean>;
  panic(): void;
  /** Only the desk releases: without it nothing could be taken anyhow, and what stood on air would come back. */
  release(): void;
  /** To be called with each word of the desk, before anything else is asked of it. */
  deskSpoke(): void;
}

/** `ask` asks the desk, and says whether it was done. */
export function panicHand(
  link: Link,
  ask: (what: PanicWord) => Promise<boolean>,
  { say, hear, recall, remember }: BesideDesk,
): PanicHand {
  const untold = signal(recall());
  let asking = false;

  const setUntold = (its: boolean) => {
    if (its !== untold.value) remember(its);
    untold.value = its;
  };
  async function tellDesk(): Promise<void> {
    if (asking || link.replica().connection !== 'live') return;
    asking = true;
    await ask({ do: 'panic' });
    asking = false;
  }
  hear((word) => {
    if (word.do === 'panic' && link.replica().connection !== 'live') setUntold(true);
  });
  return {
    untold,
    panic() {
      say({ do: 'panic' });
      setUntold(true);
      void tellDesk();
    },
    release() {
      void ask({ do: 'release' }).then((done) => done && say({ do: 'release' }));
    },
    deskSpoke() {
      const { connection, show } = link.replica();
      if (connection !== 'live') return;
      if (show.latched) setUntold(false);
      else if (untold.value) void tellDesk();
    },
  };
}
