import type { Playable, Timed } from './feeds/feed.ts';

/** A topic that was heard more often than this streams: of it, the last minutes before a moment tell how things are. */
const STREAM = 300;
const LAST_MS = 120_000;

/**
 * What is needed to know a moment of a playable roughly, and quickly: all that comes seldom (papers, words, results)
 * and the last two minutes of what streams.
 */
export interface Excerpts {
  /** Reads the playable up to a moment, until `isLate`; true when it got there. What was read once is kept. */
  reach(atMs: number, isLate: () => boolean): boolean;
  /** In order; only once the moment is reached. */
  at(atMs: number): Timed[];
}

export function excerptsOf(playable: Playable): Excerpts {
  const known: Timed[] = [];
  const counts = new Map<string, number>();
  let coming: Iterator<Timed> | null = null;
  let isAtEnd = false;

  const readOne = () => {
    coming ??= playable.play(Number.POSITIVE_INFINITY)[Symbol.iterator]();
    const { done, value } = coming.next();
    if (done) {
      isAtEnd = true;
      return;
    }
    known.push(value);
    counts.set(value.topic, (counts.get(value.topic) ?? 0) + 1);
  };

  return {
    reach(atMs, isLate) {
      const isThere = () => isAtEnd || (known.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY) > atMs;
      while (!isThere() && !isLate()) readOne();
      return isThere();
    },
    at(atMs) {
      const isStream = ({ topic }: Timed) => (counts.get(topic) ?? 0) > STREAM;
      const last = new Map<string, string>();
      return known.filter((input) => {
        if (input.atMs > atMs) return false;
        if (isStream(input)) return input.atMs > atMs - LAST_MS;
        // A paper that was read again and says the same is heavy, and no news.
        if (last.get(input.topic) === input.text) return false;
        last.set(input.topic, input.text);
        return true;
      });
    },
  };
}
