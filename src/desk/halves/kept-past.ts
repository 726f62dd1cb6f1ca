import { DELAY } from '../../show/delay.ts';
import { type Frame, thinned } from '../../wire/frame.ts';

/** A snapshot so often: 60 kB with 176 riders. A page that comes in late is given so much more than it needs. */
const PIECE_MS = 15_000;
/** What a page guesses of the desk's clock is off by less. */
const SLACK_MS = 2000;
const REACH_MS = DELAY.most * 1000 + SLACK_MS;
/**
 * The past of five minutes is 16 MB where a feed tells 25 times a second of 176 riders (1.9 kB each time), and 3 MB where
 * it tells once. A race of which there is more to tell has less past.
 */
const MOST_BYTES = 48 * 1024 * 1024;

/** What pages were told of the public half, for those that show it late and come in anew. Each frame is kept as it was sent. */
export interface KeptPast {
  /** `greeting` is asked for where one is due: what a page needs that begins after this delta. */
  note(delta: Frame, greeting: () => readonly Frame[]): void;
  /** A greeting from before so many milliseconds ago, and the deltas since: as much of it as there is. */
  since(lateMs: number): readonly Frame[];
}

interface Piece {
  readonly atMs: number;
  readonly greeting: readonly Frame[];
  readonly deltas: Frame[];
  bytes: number;
}

/** `first` is what a page was greeted with before the first delta; `now` is any clock that runs evenly, in milliseconds. */
export function createKeptPast(first: readonly Frame[], now: () => number): KeptPast {
  let pieces: readonly Piece[] = [pieceOf(first, now())];
  let bytes = pieces[0]!.bytes;

  const forgetOld = () => {
    while (pieces.length > 1 && (bytes > MOST_BYTES || pieces[1]!.atMs <= now() - REACH_MS)) {
      bytes -= pieces[0]!.bytes;
      pieces = pieces.slice(1);
    }
  };
  const add = (piece: Piece, more: number) => {
    piece.bytes += more;
    bytes += more;
  };
  return {
    note(delta, greeting) {
      const newest = pieces.at(-1)!;
      newest.deltas.push(thinned(delta));
      add(newest, delta.bytes.length);
      if (now() - newest.atMs < PIECE_MS) return;
      const piece = pieceOf(greeting(), now());
      pieces = [...pieces, piece];
      bytes += piece.bytes;
      forgetOld();
    },
    since(lateMs) {
      const beforeMs = now() - lateMs - SLACK_MS;
      const from = Math.max(
        0,
        pieces.findLastIndex(({ atMs }) => atMs <= beforeMs),
      );
      return [...pieces[from]!.greeting, ...pieces.slice(from).flatMap(({ deltas }) => deltas)];
    },
  };
}

const pieceOf = (greeting: readonly Frame[], atMs: number): Piece => ({
  atMs,
  greeting: greeting.map(thinned),
  deltas: [],
  bytes: greeting.reduce((sum, frame) => sum + frame.bytes.length, 0),
});
