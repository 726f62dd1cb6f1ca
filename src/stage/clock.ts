/**
 * Draws the picture of one moment, and says when it wants to be called again: a time that is not later than `timeMs`
 * is "with the next screen refresh", Infinity is "when somebody wakes the clock". `afterPause`: it was wanted long
 * before, and nobody was looking; what should be there is there at once.
 */
export type ClockFrame = (timeMs: number, afterPause?: boolean) => number;

/** Says when a frame is wanted, as `ClockFrame` does, without drawing one. */
export type ClockGlance = (timeMs: number) => number;

/** A frame that comes so much later than it was wanted comes after a pause: OBS stops the frames of a hidden source. */
const PAUSE_MS = 500;

/** The one clock of a page: it decides when a frame is drawn, and what time it is in it. */
export interface Clock {
  /** Asks for a frame; asking often makes one. */
  wake(): void;
  /** Something came in: asks for a frame if there is something to draw in it. */
  glance(): void;
  /** The page is hidden: no frame until it is resumed. */
  pause(): void;
  /** The page was hidden: the next frame comes after a pause, however short. Asks for it. */
  resume(): void;
  stop(): void;
}

/**
 * Follows the screen while something moves, and sleeps while nothing does. Its time is that of `performance.now()`. A
 * frame of the screen costs the browser more than most of what is drawn in it: where `glanceAt` sees nothing to draw,
 * none is asked for.
 */
export function liveClock(frame: ClockFrame, glanceAt: ClockGlance = (timeMs) => timeMs): Clock {
  let refresh = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wantedMs = Infinity;
  let isPaused = false;
  const want = (atMs: number) => {
    wantedMs = Math.min(wantedMs, atMs);
    if (!isPaused) refresh ||= requestAnimationFrame(run);
  };
  const run = (timeMs: number) => {
    const afterPause = timeMs - wantedMs > PAUSE_MS;
    refresh = 0;
    wantedMs = Infinity;
    clearTimeout(timer);
    goOn(frame(timeMs, afterPause), timeMs, timeMs);
  };
  const look = (dueMs: number) => {
    if (refresh || isPaused) return;
    clearTimeout(timer);
    const timeMs = Math.max(dueMs, performance.now());
    goOn(glanceAt(timeMs), timeMs, dueMs);
  };
  /** `dueMs`: when what is wanted now was to be. */
  const goOn = (next: number, timeMs: number, dueMs: number) => {
    if (next <= timeMs) want(dueMs);
    else if (next < Infinity) timer = setTimeout(look, next - timeMs, next);
  };
  const wake = () => want(performance.now());
  const glance = () => look(performance.now());
  const stop = () => {
    cancelAnimationFrame(refresh);
    clearTimeout(timer);
    refresh = 0;
  };
  const pause = () => {
    isPaused = true;
    stop();
  };
  const resume = () => {
    isPaused = false;
    want(-Infinity);
  };
  return { wake, glance, pause, resume, stop };
}

/** Moved by hand, from 0 on: tests, the lab, a renderer of files. */
export interface ManualClock extends Clock {
  readonly timeMs: number;
  /** When the last frame wanted the next one, see `Frame`. */
  readonly next: number;
  /** Draws the frame of this time. */
  to(timeMs: number, afterPause?: boolean): void;
  /** Moves on by whole frames. */
  run(durationMs: number, framesPerSecond?: number): void;
}

export function manualClock(frame: ClockFrame): ManualClock {
  let timeMs = 0;
  let next = 0;
  let paused = false;
  const to = (toMs: number, afterPause = paused) => {
    timeMs = toMs;
    paused = false;
    next = frame(timeMs, afterPause);
  };
  return {
    get timeMs() {
      return timeMs;
    },
    get next() {
      return next;
    },
    to,
    run(durationMs, framesPerSecond = 60) {
      const fromMs = timeMs;
      const frames = Math.round((durationMs * framesPerSecond) / 1000);
      for (let n = 1; n <= frames; n++) to(fromMs + (n * durationMs) / frames);
    },
    wake() {
      next = timeMs;
    },
    glance() {
      next = timeMs;
    },
    pause() {
      next = Infinity;
    },
    resume() {
      next = timeMs;
      paused = true;
    },
    stop() {
      next = Infinity;
    },
  };
}
