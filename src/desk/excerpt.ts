import type { Playable, Timed } from './feeds/feed.ts';

/** A topic that was heard more often than this streams: of it, the last minutes before a moment tell how things are. */
const STREAM = 300;
const LAST_MS = 120_000;
/** Of a topic that says more in that time than this, a moment of every `STEP_MS` will do. */
const ENOUGH = 15;
const STEP_MS = 8000;

/**
 * What is needed to know a moment of a playable roughly, and quickly: all that comes seldom (papers, words, results)
 * and something of the last two minutes of what streams.
 */
export interface Excerpts {
  /** Reads the playable up to a moment, until `isTimeUp`; true when it got there. What was read once is kept. */
  reach(atMs: number, isTimeUp: () => boolean): boolean;
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
    count(counts, value);
  };

  return {
    reach(atMs, isTimeUp) {
      const isThere = () => isAtEnd || (known.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY) > atMs;
      while (!isThere() && !isTimeUp()) readOne();
      return isThere();
    },
    at(atMs) {
      const isStream = (input: Timed) => (counts.get(topicOf(input)) ?? 0) > STREAM;
      const past = known.filter((input) => input.atMs <= atMs && (input.atMs > atMs - LAST_MS || !isStream(input)));
      const lately = countsOf(past.filter(isStream));
      // A share of the time, not of the inputs: what a topic says in turns is kept in turns.
      const isKept = (input: Timed) =>
        (atMs - input.atMs) % STEP_MS <= (ENOUGH / (lately.get(topicOf(input)) ?? 1)) * STEP_MS;
      const last = new Map<string, string>();
      return past.filter((input) => {
        if (isStream(input)) return isKept(input);
        // A paper that was read again and says the same is heavy, and no news.
        if (last.get(topicOf(input)) === input.text) return false;
        last.set(topicOf(input), input.text);
        return true;
      });
    },
  };
}

function count(counts: Map<string, number>, input: Timed): void {
  counts.set(topicOf(input), (counts.get(topicOf(input)) ?? 0) + 1);
}

function countsOf(inputs: readonly Timed[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const input of inputs) count(counts, input);
  return counts;
}

/** Two feeds may use one word. */
const topicOf = ({ feed, topic }: Timed): string => `${feed} ${topic}`;
