import type { RaceAndInsight } from '../../insight/insight.ts';
import type { Show } from '../../show/show.ts';
import type { RaceDelta } from './sections.ts';

/* The public half: what anyone may see. Nothing in it says what is cued, what went wrong, or who listens. */

/** What the operator wishes on air. */
export type Air = Omit<Show, 'preview' | 'owners'>;

/** The clock of the race: `atMs` when this was sent, then `rate` race seconds a second; 0 is paused. */
export interface RaceClock {
  readonly atMs: number;
  readonly rate: number;
}

/** The same as it travels: `sentMs` is the moment on the steady clock of the desk, in milliseconds. */
export type StampedClock = RaceClock & { readonly sentMs: number };

/**
 * What follows is the past of this desk, for an output that is late: a clock and a snapshot of before then, and each delta
 * since, up to this number.
 */
export interface PastWord {
  /** Another one is a desk that was started again, with another steady clock. */
  readonly desk: string;
  /** Now, on the steady clock of the desk. */
  readonly sentMs: number;
  readonly seq: number;
}

/** Everything, at one moment, but the clock: that is told apart, so that one snapshot serves all who ask. */
export interface Snapshot {
  readonly protocol: number;
  /** Number of the newest delta that is in it, and its moment. */
  readonly seq: number;
  readonly sentMs: number;
  readonly race: RaceAndInsight | null;
  readonly air: Air;
}

/** What changed since the delta before. A page that misses a number asks for a snapshot. */
export interface Delta {
  readonly seq: number;
  /** When it was given out, on the steady clock of the desk, in milliseconds. */
  readonly sentMs: number;
  readonly race?: RaceDelta;
  readonly air?: Air;
  readonly clock?: RaceClock;
}

/** The themes of this desk's user, beside those that come with every page: told when a page comes in, and at each change. */
export interface OwnThemes {
  /** Drawn by pages that ask for none; null leaves that to the page. */
  readonly default: string | null;
  /** By name: another version is another look. The theme itself is asked for at `/themes/<name>.json`. */
  readonly versions: Readonly<Record<string, string>>;
}

/** As they travel: the race is bytes (see `sections`), the rest is JSON. */
export type Travelling<T extends Snapshot | Delta> = Omit<T, 'race'> & { readonly race?: Uint8Array };

export function airOf({ preview: _, owners: __, ...air }: Show): Air {
  return air;
}

/** Nothing on air was changed: commands keep what they do not change. */
export const sameAir = (a: Air, b: Air): boolean =>
  (Object.keys(a) as (keyof Air)[]).every((part) => a[part] === b[part]);
