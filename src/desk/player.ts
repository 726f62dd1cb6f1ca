import type { RaceClock } from '../wire/public/half.ts';
import type { Playable, Timed } from './feeds/feed.ts';

/** How long the past may be folded before others get their turn. */
const SLICE_MS = 20;

export interface PlayerOptions {
  readonly playable: Playable;
  readonly fromMs: number;
  readonly rate: number;
  readonly paused: boolean;
  /** What operators said on an earlier run: played again at its moment. */
  readonly said: readonly Timed[];
  /** Any clock that runs evenly, in milliseconds. */
  readonly now: () => number;
  /** Takes one input in. */
  readonly take: (input: Timed) => void;
  /** The past changes: forget the race, everything comes again. */
  readonly restart: () => void;
}

/** Paces a playable: plays, pauses, seeks both ways, at any speed. */
export interface Player {
  /** Stands while paused, at the end, and while the past is folded. */
  clock(): RaceClock;
  /** The past is being folded: what is known of the race is not yet the moment that is sought. */
  readonly folding: boolean;
  /** Takes in what is due, for one slice of time at most; true when more is due. */
  advance(): boolean;
  pause(): void;
  play(): void;
  speed(rate: number): void;
  seek(atMs: number): void;
  /** What an operator says now: remembered, so that it comes again after seeking back. */
  say(input: Timed): void;
}

export function createPlayer(options: PlayerOptions): Player {
  const { playable, now } = options;
  const { fromMs, toMs } = playable.span;
  let said = options.said;
  let rate = options.rate;
  let paused = options.paused;
  let folding = true;
  /** The race was at `anchorMs` when `now()` was `sinceMs`. */
  let anchorMs = clamp(options.fromMs, fromMs, toMs);
  let sinceMs = now();
  let inputs = merged(playable.play(anchorMs), said);

  const running = () => !folding && !paused && anchorMs < toMs;
  const atMs = () => (running() ? Math.min(toMs, anchorMs + (now() - sinceMs) * rate) : anchorMs);
  const anchor = () => {
    anchorMs = atMs();
    sinceMs = now();
  };

  return {
    get folding() {
      return folding;
    },
    clock() {
      const at = atMs();
      return { atMs: at, rate: running() && at < toMs ? rate : 0 };
    },
    advance() {
      const untilMs = now() + SLICE_MS;
      const dueMs = atMs();
      while (inputs.due(dueMs)) {
        options.take(inputs.next());
        if (now() >= untilMs) return true;
      }
      if (folding) {
        folding = false;
        sinceMs = now();
      }
      return false;
    },
    pause() {
      anchor();
      paused = true;
    },
    play() {
      anchor();
      paused = false;
    },
    speed(next) {
      anchor();
      rate = next;
    },
    seek(target) {
      anchorMs = clamp(target, fromMs, toMs);
      sinceMs = now();
      folding = true;
      options.restart();
      inputs = merged(playable.play(anchorMs), said);
    },
    say(input) {
      said = [...said, input].sort((a, b) => a.atMs - b.atMs);
      options.take(input);
    },
  };
}

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Two orderly streams as one. */
function merged(feed: Iterable<Timed>, said: readonly Timed[]) {
  const coming = feed[Symbol.iterator]();
  let next = coming.next();
  let at = 0;
  /** What was said, where it comes before what the feed has next. */
  const saidNext = (): Timed | null => {
    const input = said[at];
    return input && (next.done === true || input.atMs < next.value.atMs) ? input : null;
  };
  return {
    due(dueMs: number): boolean {
      const input = saidNext() ?? (next.done ? null : next.value);
      return input !== null && input.atMs <= dueMs;
    },
    /** Only when one is due. */
    next(): Timed {
      const input = saidNext();
      if (input) {
        at += 1;
        return input;
      }
      const { value } = next;
      next = coming.next();
      return value;
    },
  };
}
