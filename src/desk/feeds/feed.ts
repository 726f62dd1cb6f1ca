import type { RaceEvent } from '../../race/event.ts';
import type { Result } from '../../wire/result.ts';

/** What arrived, as it arrived: this is what the tape keeps. */
export interface Raw {
  /** What it is about, in the feed's own words: "telemetry", "start-list". */
  readonly topic: string;
  readonly text: string;
}

export interface FromFeed extends Raw {
  /** Name of the feed that it came through: its kind, and "#2" where there are two of a kind. */
  readonly feed: string;
}

/** A raw input and the moment, on the clock of the race, at which it was sent. */
export interface Timed extends FromFeed {
  readonly atMs: number;
}

/** Turns what arrived into what happened. Never throws: the world's mistakes are data. May remember what came before. */
export type Parse = (raw: Raw) => Parsed;

/** The same, of several feeds. */
export type InputReader = (input: FromFeed) => Parsed;

export interface Parsed {
  readonly events: readonly RaceEvent[];
  /** One sentence each: what is wrong, where, what was done about it. */
  readonly faults: readonly string[];
}

/** Something that can be played: a recording, a tape, the built-in race. */
export interface Playable {
  /** "the built-in race: Stage 9 ..." */
  readonly title: string;
  /** Names of the feeds that it plays. */
  readonly feeds: readonly string[];
  /** Reads it from its beginning. */
  reader(): InputReader;
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
  readonly feeds: readonly string[];
  /** The clock of the race is that of the desk. */
  readonly tellsNoTime?: boolean;
  /** Where others bring it what it tells, instead of being asked. */
  readonly doors?: readonly FeedDoor[];
  /** The address by which riders join with their phones, of a desk that others reach at `url`. */
  readonly invites?: (url: string) => string;
  reader(): InputReader;
  /**
   * Begins to listen, and goes on until stopped, whatever happens. `take` says what the input turned out to mean.
   * `trouble` is one sentence for the producer; what concerns one of many is counted for each, by `of`. `deed` is what
   * somebody did at a door, for the log: "frees number 31".
   */
  listen(
    take: (input: FromFeed) => readonly RaceEvent[],
    trouble: (text: string, of?: string) => void,
    deed?: (what: string, author: string) => void,
  ): () => void;
}

/** `/api/feed/<name>` of the desk's own server, and what stands behind that: what comes there is this feed's. */
export interface FeedDoor {
  readonly name: string;
  /** A longer body is not read. */
  readonly mostBytes: number;
  /** What is in it has been taken in, or refused, when this answers. Never throws. */
  receive(delivery: Delivery): Receipt;
}

/** What somebody brings to a door, as it came. */
export interface Delivery {
  /** What stands behind the name of the door, without its slash; "" where nothing does. */
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<'authorization' | 'content-type', string | undefined>>;
  /** "" where none came; null where it was longer than this door reads, or was cut off. */
  readonly body: string | null;
  /** By the desk's own time of day. */
  readonly atMs: number;
  /** Of the network: for what control says of it. */
  readonly address: string;
  /** Who it is, as the log names him. */
  readonly author: string;
  /** Its token, or that it comes from this machine, lets it speak for any rider; see `mayFeed` in `wire/trust.ts`. */
  readonly mayFeed: boolean;
  /** The same lets it do what operators do. */
  readonly mayOperate: boolean;
}

export interface Receipt {
  readonly status: number;
  readonly body: object;
}

/**
 * A sort of feed: `index.ts` of a folder beside this file exports one as its default, and so it exists: in `--feed`, in
 * `--help`, and on tapes.
 */
export interface FeedKind {
  /** Before the colon of `--feed`, and on the tape; the folder's name. */
  readonly name: string;
  /** What stands after the colon, as --help calls it ("<file>"); null where nothing does. */
  readonly takes: string | null;
  /** What it takes may be left out, with the colon. */
  readonly standsAlone?: true;
  /** One line of --help, without its end. */
  readonly help: string;
  /** It happens now; else it can be played. */
  readonly isLive: boolean;
  /** It tells neither a road nor places that would draw one: one is to be brought along. */
  readonly lacksRoad?: true;
  /**
   * What it tells is brought by other machines, which a desk that listens to its own alone never hears; `alone`: where
   * it stands alone.
   */
  readonly comesByNetwork?: true | 'alone';
  /** A new reader of what it sends. Null for a kind that plays what others have sent. */
  readonly parser: (() => Parse) | null;
  open(asked: Asked): Result<Playable | Live>;
}

export interface Asked {
  /** What stands after the colon. */
  readonly argument: string;
  readonly seed: number;
  /** Where it may keep what it must know again: the folder of the tapes. */
  readonly folder: string;
  /** Of the desk: no two desks that share a folder have one. */
  readonly port: number;
  /** Names of the desk that its own certificate may have: by these alone others are sure of it. */
  readonly names: readonly string[];
  readonly parserOf: ParserOf;
}

/** The way to read a feed by the name that stands on a tape; null for a feed that is not known. */
export type ParserOf = (feed: string) => (() => Parse) | null;
