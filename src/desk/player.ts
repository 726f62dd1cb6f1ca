import type { RaceClock } from '../wire/public/half.ts';
import { excerptsOf } from './excerpt.ts';
import type { Playable, Timed } from './feeds/feed.ts';

/** How long the past may be folded before others get their turn. */
const SLICE_MS = 20;
/** A hand that drags holds still for so long before the whole past is folded for its sake. */
const STILL_MS = 300;

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
  /** Notes what an operator says while the past is folded: it is taken in at its turn. */
  readonly keep: (input: Timed) => void;
  /** The past changes: forget the race, everything comes again. */
  readonly restart: () => void;
  /** Shows a moment at once, as well as it can be known from a few inputs, while the past is not folded yet. */
  readonly sketch: (inputs: readonly Timed[], atMs: number) => void;
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
  /** `rough` while more seeks will follow at once: each gets a sketch, and only the last one its whole past. */
  seek(atMs: number, rough?: boolean): void;
  /**
   * What an operator says now: remembered, so that it comes again after seeking back. Inputs that are due and were not
   * taken in yet come after it, then as now: where there are some its moment is the one before the first of them.
   */
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
  const excerpts = excerptsOf(playable);
  /** The moment that was sought and not sketched yet. */
  let soughtMs: number | null = null;
  /** When the past of the moment sought is to be folded; null when that has begun. */
  let foldFromMs: number | null = null;

  const running = () => !folding && !paused && anchorMs < toMs;
  const atMs = () => (running() ? Math.min(toMs, anchorMs + (now() - sinceMs) * rate) : anchorMs);
  const anchor = () => {
    anchorMs = atMs();
    sinceMs = now();
  };

  const sketch = (isTimeUp: () => boolean) => {
    if (soughtMs === null || !excerpts.reach(soughtMs, isTimeUp)) return;
    const until = soughtMs;
    const words = said.filter((input) => input.atMs <= until);
    options.sketch([...excerpts.at(until), ...words].sort(byTime), until);
    soughtMs = null;
  };
  const beginFold = () => {
    soughtMs = null;
    foldFromMs = null;
    options.restart();
    inputs = merged(playable.play(anchorMs), said);
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
      sketch(() => now() >= untilMs);
      if (foldFromMs !== null) {
        if (now() < foldFromMs) return soughtMs !== null;
        beginFold();
      }
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
    seek(target, rough = false) {
      anchorMs = clamp(target, fromMs, toMs);
      sinceMs = now();
      folding = true;
      soughtMs = anchorMs;
      foldFromMs = now() + (rough ? STILL_MS : 0);
    },
    say(input) {
      const its = folding ? input : inputs.beforeNext(input);
      said = [...said, its].sort(byTime);
      if (!folding) return void options.take(its);
      options.keep(input);
      // Else the fold has yet to begin, with all that was said.
      if (foldFromMs === null) inputs.add(input);
    },
  };
}

const byTime = (a: Timed, b: Timed): number => a.atMs - b.atMs;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Two orderly streams as one. */
function merged(feed: Iterable<Timed>, before: readonly Timed[]) {
  let said = before;
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
    /** Said now, though the feed may be behind: never at the moment of what comes after it, which would come first then. */
    beforeNext(input: Timed): Timed {
      return next.done || next.value.atMs > input.atMs ? input : { ...input, atMs: next.value.atMs - 1 };
    },
    /** Of the moment that is sought: nothing that has come is later. */
    add(input: Timed): void {
      said = [...said, input].sort(byTime);
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
