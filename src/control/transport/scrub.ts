import type { Transport } from '../../wire/protocol.ts';

/** What a hand that drags asks of the desk: rough pictures on its way, the newest only, and the true one at its end. */
export interface Scrub {
  drag(atMs: number): void;
  /** Resolves when the desk has taken it. */
  release(atMs: number): Promise<boolean>;
}

/** One rough picture at a time, and no more than one in `everyMs`: the desk is not asked faster than it draws. */
export function createScrub(steer: (transport: Transport) => Promise<boolean>, everyMs = 100): Scrub {
  let wantedMs: number | null = null;
  let isAsking = false;

  async function ask(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    while (wantedMs !== null) {
      const atMs = wantedMs;
      wantedMs = null;
      await Promise.all([steer({ do: 'seek', atMs, rough: true }), rest(everyMs)]);
    }
    isAsking = false;
  }

  return {
    drag(atMs) {
      wantedMs = atMs;
      void ask();
    },
    release(atMs) {
      wantedMs = null;
      return steer({ do: 'seek', atMs });
    },
  };
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
