import { gsap } from 'gsap';

/** Finished animations are let go when this many have come together. */
const PRUNE_AT = 64;

/** The animations of one graphic: whatever it started can be ended with it, and it answers for what they throw. */
export class Animations {
  readonly #context = gsap.context(() => {});

  /** Runs what may start animations. An error in it is thrown after gsap has been left in order. */
  collect<T>(run: () => T): T {
    let result: { readonly value: T } | { readonly error: unknown } | undefined;
    // gsap keeps the context of an animation that threw: `ignore` hides it.
    this.#context.ignore(() =>
      this.#context.add(() => {
        try {
          result = { value: run() };
        } catch (error) {
          result = { error };
        }
      }),
    );
    this.#prune();
    if (!result) throw new Error('gsap did not run a function in its context.');
    if ('error' in result) throw result.error;
    return result.value;
  }

  end(): void {
    for (const animation of this.#all()) animation.kill();
    this.#context.clear();
  }

  /** Whether it is this one's animation that just threw. */
  threw(): boolean {
    return gsap.context() === this.#context;
  }

  #all(): gsap.core.Animation[] {
    return this.#context.data;
  }

  #prune(): void {
    if (this.#all().length > PRUNE_AT) this.#context.data = this.#all().filter(attached);
  }
}

/** Whether time still reaches it. */
function attached(animation: gsap.core.Animation): boolean {
  return animation.parent !== null && (animation.parent === gsap.globalTimeline || attached(animation.parent));
}
