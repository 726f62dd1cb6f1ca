/**
 * Draws the picture of one moment, and says when it wants to be called again: a time that is not later than `timeMs`
 * is "with the next screen refresh", Infinity is "when somebody wakes the clock".
 */
export type Frame = (timeMs: number) => number;

/** The one clock of a page: it decides when a frame is drawn, and what time it is in it. */
export interface Clock {
  /** Asks for a frame; asking often makes one. */
  wake(): void;
  stop(): void;
}

/** Follows the screen while something moves, and sleeps while nothing does. Its time is that of `performance.now()`. */
export function liveClock(frame: Frame): Clock {
  let refresh = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = () => {
    refresh ||= requestAnimationFrame(run);
  };
  const run = (timeMs: number) => {
    refresh = 0;
    clearTimeout(timer);
    const next = frame(timeMs);
    if (next <= timeMs) wake();
    else if (next < Infinity) timer = setTimeout(wake, next - timeMs);
  };
  const stop = () => {
    cancelAnimationFrame(refresh);
    clearTimeout(timer);
    refresh = 0;
  };
  return { wake, stop };
}

/** Moved by hand, from 0 on: tests, the lab, a renderer of files. */
export interface ManualClock extends Clock {
  readonly timeMs: number;
  /** When the last frame wanted the next one, see `Frame`. */
  readonly next: number;
  /** Draws the frame of this time. */
  to(timeMs: number): void;
  /** Moves on by whole frames. */
  run(durationMs: number, framesPerSecond?: number): void;
}

export function manualClock(frame: Frame): ManualClock {
  let timeMs = 0;
  let next = 0;
  const to = (toMs: number) => {
    timeMs = toMs;
    next = frame(timeMs);
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
    stop() {
      next = Infinity;
    },
  };
}
