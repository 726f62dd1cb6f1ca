import { type ManualClock, manualClock } from '../../stage/clock.ts';
import type { Inbox } from '../../stage/inbox.ts';
import type { Stage } from '../../stage/stage.ts';
import type { WantedFrom, WantedThen } from './schedule.ts';

/** Draws what is wanted at one moment, as if everything before it had been drawn. */
export interface WishesDrawn {
  follow(wishes: readonly WantedFrom[], first: WantedThen): void;
  goTo(timeMs: number): void;
  /** The moment that is shown. */
  timeMs(): number;
  /** That of the moment that is shown. */
  step(): number | null;
  /** The same moment, as large as the picture is now. */
  again(): void;
  close(): void;
}

/** What draws a wish. */
export interface WishDrawer {
  /** For whom it is drawn, in a word: each has a stage of its own. */
  readonly audienceOf: (wish: WantedThen) => string;
  readonly stageOf: (wish: WantedThen) => Stage;
  readonly inboxOf: (wish: WantedThen, cut: boolean) => Inbox;
}

/** Hosts reckon their moments themselves: so much earlier is the same one. */
const SAME_MS = 1e-3;

/**
 * A graphic goes on from frame to frame, so each moment has the same frames before it, whoever asks for it: those in
 * which something moves, `frameMs` apart, and each in which something is wanted. A moment between two of them is drawn without
 * being one of them: from it there is no way on but from the beginning. Once it is wanted for others, it stands for them at
 * once as it stood.
 */
export function followWishes({ audienceOf, stageOf, inboxOf }: WishDrawer, frameMs: number): WishesDrawn {
  let stage: Stage | null = null;
  let audience = '';
  let clock: ManualClock = manualClock(() => Infinity);
  let [wishes, first]: [readonly WantedFrom[], WantedThen] = [[], { params: {}, race: null, step: null }];
  let told = 0;
  let shownMs = 0;
  let isBetween = false;

  const stand = (wish: WantedThen, cut: boolean) => {
    stage?.end();
    stage = stageOf(wish);
    audience = audienceOf(wish);
    clock = manualClock(stage.frame);
    stage.tell(inboxOf(wish, cut));
  };
  const begin = () => {
    told = 0;
    isBetween = false;
    stand(first, false);
    tellUntil(0);
    clock.to(0);
  };
  /** Of wishes of one moment each counts, and the last is seen. */
  const tellUntil = (timeMs: number) => {
    for (let next = wishes[told]; next && next.atMs <= timeMs; next = wishes[told]) {
      if (audienceOf(next) === audience) stage?.tell(inboxOf(next, next.cut));
      else stand(next, true);
      told += 1;
      if (next.atMs >= clock.timeMs && wishes[told]?.atMs === next.atMs) clock.to(next.atMs);
    }
  };
  /** The next moment that all who come by here draw. */
  const nextFrame = (): number => {
    const frames = Math.floor((Math.max(clock.next, clock.timeMs) + SAME_MS) / frameMs) + 1;
    const ofFrames = clock.next === Infinity ? Infinity : frames * frameMs;
    return Math.min(ofFrames, wishes[told]?.atMs ?? Infinity);
  };
  const draw = (timeMs: number) => {
    if (!stage || isBetween || timeMs < shownMs) begin();
    for (let next = nextFrame(); next <= timeMs + SAME_MS; next = nextFrame()) {
      tellUntil(next);
      clock.to(next);
    }
    if (clock.timeMs < timeMs - SAME_MS && clock.next < Infinity) {
      isBetween = true;
      clock.to(timeMs);
    }
    shownMs = timeMs;
  };
  return {
    follow(next, before) {
      wishes = next;
      first = before;
      stage?.end();
      stage = null;
      draw(shownMs);
    },
    goTo: (timeMs) => draw(Number.isFinite(timeMs) ? Math.max(0, timeMs) : shownMs),
    timeMs: () => shownMs,
    step: () => wishes.findLast(({ atMs }) => atMs <= shownMs)?.step ?? null,
    again() {
      stage?.end();
      stage = null;
      draw(shownMs);
    },
    close() {
      stage?.end();
      stage = null;
    },
  };
}
