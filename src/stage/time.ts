import { gsap } from 'gsap';

/**
 * gsap beats by wall clock from its import on. Here it does not: its root stands still for ever, a stage moves its own
 * line instead, and no frame of gsap's is ever requested.
 */
gsap.ticker.remove(gsap.updateRoot);
gsap.updateRoot(0);
gsap.ticker.sleep();
gsap.ticker.wake = () => {};
/** Without this the first values of a new animation wait for the next frame: a graphic would flash before it enters. */
gsap.defaults({ lazy: false });

/**
 * Where 0 of a stage lies on its line. What is put to its end at once begins before the present; before the beginning
 * of the line gsap would move the line itself.
 */
const ZERO_S = 1000;
/** No line is moved so far: gsap halts one at the end of its last animation. */
const END_S = 1e8;

/** The time of one stage: a line of gsap's that stands still until it is moved, with all that moves on the stage. */
export class StageTime {
  readonly #line = standingLine();
  readonly #graphics = new Set<Animations>();

  /** Moves all animations to this moment of the clock. One that throws ends those of its graphic, and no other. */
  moveTo(timeMs: number): void {
    this.#line.totalTime(ZERO_S + timeMs / 1000);
    for (const animations of this.#graphics) animations.moveTo(this.#line.time());
  }

  /** Whether an animation is under way. */
  get moving(): boolean {
    return [...this.#graphics].some(({ moving }) => moving);
  }

  /** When the next thing is to be done that waits for its moment, on the clock; Infinity where there is none. */
  get nextMs(): number {
    const nextS = Math.min(Infinity, ...[...this.#graphics].map((animations) => animations.nextS));
    return (nextS - ZERO_S) * 1000;
  }

  /** For one more graphic. */
  animations(onThrow: (error: unknown) => void): Animations {
    const line = standingLine().totalTime(this.#line.time());
    this.#line.add(line, 0);
    const animations = new Animations(line, onThrow, () => this.#graphics.delete(animations));
    this.#graphics.add(animations);
    return animations;
  }

  end(): void {
    for (const animations of this.#graphics) animations.end();
    this.#line.kill();
  }
}

interface Waiting {
  readonly atS: number;
  readonly action: () => void;
}

/** The animations of one graphic, from the present of its stage on. Ended with it, and let go one by one as they arrive. */
export class Animations {
  readonly #line: gsap.core.Timeline;
  readonly #onThrow: (error: unknown) => void;
  readonly #onEnd: () => void;
  readonly #waiting = new Map<object, Waiting>();

  constructor(line: gsap.core.Timeline, onThrow: (error: unknown) => void, onEnd: () => void) {
    this.#line = line;
    this.#onThrow = onThrow;
    this.#onEnd = onEnd;
  }

  timeline(): gsap.core.Timeline {
    const line = gsap.timeline();
    this.#line.add(line, this.#line.time());
    return line;
  }

  to(target: object, vars: gsap.TweenVars): void {
    this.#line.to(target, vars, this.#line.time());
  }

  fromTo(target: object, from: gsap.TweenVars, to: gsap.TweenVars): void {
    this.#line.fromTo(target, from, to, this.#line.time());
  }

  /** Does it in so many seconds, unless something else is to happen to the target before. Nothing moves meanwhile. */
  later(target: object, delayS: number, action: () => void): void {
    this.#waiting.set(target, { atS: this.#line.time() + delayS, action });
  }

  /** Ends whatever moves this, where it is, and whatever is to happen to it. */
  stop(target: object): void {
    this.#line.killTweensOf(target);
    this.#waiting.delete(target);
  }

  /** On the line of the stage; Infinity where nothing waits. */
  get nextS(): number {
    return Math.min(Infinity, ...[...this.#waiting.values()].map(({ atS }) => atS));
  }

  /** To a place on the line of the stage. */
  moveTo(timeS: number): void {
    try {
      this.#line.totalTime(timeS);
      for (const [target, waiting] of [...this.#waiting]) {
        // What came before it may have stopped it.
        if (waiting.atS > timeS || this.#waiting.get(target) !== waiting) continue;
        this.#waiting.delete(target);
        waiting.action();
      }
    } catch (error) {
      this.end();
      this.#onThrow(error);
    }
  }

  /** Whether there is more on it than its end. */
  get moving(): boolean {
    return this.#line.getChildren(false).length > 1;
  }

  end(): void {
    this.#line.kill();
    this.#waiting.clear();
    this.#onEnd();
  }
}

/** Behaves as gsap's own root does: finished animations are let go, and one that is turned round runs from the present. */
function standingLine(): gsap.core.Timeline {
  const line = gsap.timeline({
    paused: true,
    autoRemoveChildren: true,
    smoothChildTiming: true,
    sortChildren: false,
  });
  return line.call(() => {}, undefined, END_S).totalTime(ZERO_S);
}
