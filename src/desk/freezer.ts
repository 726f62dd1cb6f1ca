import type { PublicView } from './halves/public-half.ts';

type Known = Pick<PublicView, 'race' | 'clock'>;

/** Keeps what was known when the data were frozen, until they go on. */
export interface Freezer {
  /** What is told: `live`, or what it was then. `isFolding`: the past of a desk that was taken up again is being read. */
  told(live: Known, isFrozen: boolean, isFolding: boolean): Known;
}

export function createFreezer(): Freezer {
  let frozen: Known | null = null;
  return {
    told(live, isFrozen, isFolding) {
      if (!isFrozen) frozen = null;
      // A desk that is taken up again knows the race when its past is folded, and not before.
      else if (!isFolding && live.race) frozen ??= { ...live, clock: { ...live.clock, rate: 0 } };
      return frozen ?? live;
    },
  };
}
