import type { RaceAndInsight } from '../../insight/insight.ts';
import type { Show } from '../../show/show.ts';
import { type Frame, frameOf } from '../../wire/frame.ts';
import { PROTOCOL } from '../../wire/protocol.ts';
import { raceEncoder } from '../../wire/public/encode.ts';
import {
  type Air,
  airOf,
  type Delta,
  type RaceClock,
  type Snapshot,
  type StampedClock,
  sameAir,
  type Travelling,
} from '../../wire/public/half.ts';

/** A page's clock may be so far off before it is told again: telling it jolts what glides. */
const OFF_MS = 20;

/** What the public half is made of. */
export interface PublicView {
  readonly race: RaceAndInsight | null;
  readonly show: Show;
  readonly clock: RaceClock;
  /** When that clock was read, on the steady clock of the desk; left out, now. To reckon the race takes a while. */
  readonly clockMs?: number;
}

/** Knows what all pages have, and says what is new. Each frame is made once, however many get it. */
export interface PublicHalf {
  /** The next delta, or null when nothing changed. A race of null is no news. */
  delta(view: PublicView): Frame | null;
  /** What a page needs before the next delta: the clock as it stands, then all that was published so far. */
  greeting(): readonly Frame[];
  /** The number of the newest delta. */
  seq(): number;
}

/**
 * `first` is what is true before the first delta: a desk that reads its tape knows no race yet, but what is on air.
 * `now` is any clock that runs evenly, in milliseconds.
 */
export function createPublicHalf(first: Omit<PublicView, 'race'>, now: () => number): PublicHalf {
  const encoder = raceEncoder();
  let seq = 0;
  let race: RaceAndInsight | null = null;
  let air: Air = airOf(first.show);
  let told = { clock: first.clock, atMs: now() };
  let sentMs = now();
  let snapshot: Frame | null = null;

  const clockAsPagesHaveIt = (nowMs = now()): RaceClock => runOn(told.clock, nowMs - told.atMs);
  const isOff = ({ atMs, rate }: RaceClock, readMs: number): boolean => {
    const held = clockAsPagesHaveIt(readMs);
    return rate !== held.rate || Math.abs(atMs - held.atMs) > OFF_MS * Math.max(1, rate);
  };
  const all = (): Travelling<Snapshot> => {
    const bytes = encoder.snapshot();
    return { protocol: PROTOCOL, seq, sentMs, ...(bytes && { race: bytes }), air };
  };

  return {
    delta(view) {
      const { clockMs = now() } = view;
      const bytes = view.race && view.race !== race ? encoder.delta(view.race) : null;
      const airIsNew = !sameAir(airOf(view.show), air);
      const clockIsNew = isOff(view.clock, clockMs);
      race = view.race ?? race;
      if (!bytes && !airIsNew && !clockIsNew) return null;
      if (airIsNew) air = airOf(view.show);
      seq += 1;
      sentMs = now();
      if (clockIsNew) told = { clock: runOn(view.clock, sentMs - clockMs), atMs: sentMs };
      snapshot = null;
      const delta: Travelling<Delta> = {
        seq,
        sentMs,
        ...(bytes && { race: bytes }),
        ...(airIsNew && { air }),
        ...(clockIsNew && { clock: told.clock }),
      };
      return frameOf('delta', delta);
    },
    seq: () => seq,
    greeting() {
      snapshot ??= frameOf('snapshot', all());
      return [frameOf('clock', { ...clockAsPagesHaveIt(), sentMs: now() } satisfies StampedClock), snapshot];
    },
  };
}

const runOn = ({ atMs, rate }: RaceClock, ms: number): RaceClock => ({ atMs: atMs + ms * rate, rate });
