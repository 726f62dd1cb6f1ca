import type { RaceEvent } from '../../race/event.ts';

/** What arrived, as it arrived: this is what the tape keeps. */
export interface Raw {
  /** What it is about, in the feed's own words: "telemetry", "start-list". */
  readonly topic: string;
  readonly text: string;
}

/** A raw input and the moment, on the clock of the race, at which it was sent. */
export interface Timed extends Raw {
  readonly atMs: number;
}

/** Turns what arrived into what happened. Never throws: the world's mistakes are data. */
export type Parse = (raw: Raw) => Parsed;

export interface Parsed {
  readonly events: readonly RaceEvent[];
  /** One sentence each: what is wrong, where, what was done about it. */
  readonly faults: readonly string[];
}

/** Something that can be played: a recording, a tape, the built-in race. */
export interface Playable {
  /** "the built-in race: Stage 9 ..." */
  readonly title: string;
  /** Name of the feed whose `parse` reads it; written on the tape. */
  readonly feed: string;
  readonly parse: Parse;
  readonly span: { readonly fromMs: number; readonly toMs: number };
  /** Where to begin when nobody says. */
  readonly startMs: number;
  /** Moment at which the head of the race is at this distance, or null when it never is. */
  momentAt(distanceM: number): number | null;
  /**
   * Everything from the first moment on, in order. What lies before `thinUntilMs` may be thinned out: it is folded
   * at once, to know the race so far.
   */
  play(thinUntilMs: number): Iterable<Timed>;
}

/** Something that happens now. */
export interface Live {
  /** "the Race Center at http://..." */
  readonly title: string;
  readonly feed: string;
  readonly parse: Parse;
  /** Begins to listen, and goes on until stopped, whatever happens. `trouble` is one sentence for the producer. */
  listen(take: (raw: Raw) => void, trouble: (text: string) => void): () => void;
}
