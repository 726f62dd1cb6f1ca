import type { Race } from '../race/race.ts';
import type { Show } from '../show/show.ts';
import { raceEncoder } from '../wire/encode.ts';
import {
  type Delta,
  type DeskState,
  PROTOCOL,
  type RaceClock,
  type Snapshot,
  type Travelling,
} from '../wire/protocol.ts';

/** A page's clock may be so far off before it is told again: telling it jolts what glides. */
const OFF_MS = 20;

export interface DeskView {
  readonly race: Race | null;
  readonly show: Show;
  readonly clock: RaceClock;
  readonly desk: DeskState;
}

/** Knows what all pages have, and says what is new. */
export interface Publisher {
  /** The next delta, or null when nothing changed. A race of null is no news. */
  delta(picture: DeskView): Travelling<Delta> | null;
  /** All that was published so far: what a page needs before the next delta. */
  snapshot(): Travelling<Snapshot>;
}

/** `now` is any clock that runs evenly, in milliseconds. */
export function createPublisher(first: DeskView, now: () => number): Publisher {
  const encoder = raceEncoder();
  let seq = 0;
  let sent = first;
  let clockSentMs = now();

  const clockAsPagesHaveIt = (): RaceClock => ({
    atMs: sent.clock.atMs + (now() - clockSentMs) * sent.clock.rate,
    rate: sent.clock.rate,
  });
  const isOff = (clock: RaceClock): boolean => {
    const held = clockAsPagesHaveIt();
    return clock.rate !== held.rate || Math.abs(clock.atMs - held.atMs) > OFF_MS * Math.max(1, clock.rate);
  };

  return {
    delta({ race, show, clock, desk }) {
      const bytes = race && race !== sent.race ? encoder.delta(race) : null;
      const told = isOff(clock);
      const changes = {
        ...(bytes && { race: bytes }),
        ...(show !== sent.show && { show }),
        ...(told && { clock }),
        ...(desk !== sent.desk && { desk }),
      };
      if (Object.keys(changes).length === 0) return null;
      if (told) clockSentMs = now();
      sent = { race: race ?? sent.race, show, clock: told ? clock : sent.clock, desk };
      seq += 1;
      return { seq, ...changes };
    },
    snapshot() {
      const race = encoder.snapshot();
      const { show, desk } = sent;
      return { protocol: PROTOCOL, seq, ...(race && { race }), show, clock: clockAsPagesHaveIt(), desk };
    },
  };
}
