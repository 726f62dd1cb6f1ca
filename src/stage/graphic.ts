import { type Container, Sprite, Texture } from 'pixi.js';
import { wordsIn } from './kit/painted-words.ts';
import type { Drawing } from './overlay.ts';
import type { Picture, Plane } from './picture.ts';
import { sameView } from './same-view.ts';
import type { Animations } from './time.ts';

/** A graphic that stands in the picture: its nodes, its way in or out, and its animations. */
export class Graphic {
  readonly #drawing: Drawing<unknown>;
  readonly #plane: Plane;
  readonly #animations: Animations;
  #view: unknown;
  /** The entrance or the exit under way, and which of its ends is the resting picture. Turned round, it runs back. */
  #way: gsap.core.Timeline | null = null;
  #rest: 0 | 1 = 1;

  constructor(draw: () => Drawing<unknown>, picture: Picture, animations: Animations, view: unknown) {
    this.#animations = animations;
    this.#drawing = draw();
    this.#view = view;
    try {
      this.#drawing.update(view, null);
    } catch (error) {
      destroy(this.#drawing.node);
      throw error;
    }
    this.#plane = picture.add(this.#drawing.node, this.#drawing.box);
  }

  shows(view: unknown): boolean {
    return sameView(view, this.#view);
  }

  /** What is to be read in it at this moment, a line for each piece. */
  words(): readonly string[] {
    return wordsIn(this.#drawing.node);
  }

  update(view: unknown): void {
    if (this.shows(view)) return;
    const before = this.#view;
    this.#view = view;
    this.#drawing.update(view, before);
  }

  enter(cut: boolean): void {
    this.#way = this.#drawing.playIn();
    this.#rest = 1;
    if (cut) this.#way.totalProgress(1);
  }

  leave(): void {
    if (this.#way) {
      this.turn();
    } else {
      this.#way = this.#drawing.playOut();
      this.#rest = 0;
    }
  }

  /** The way under way goes back where it came from, from the picture as it is. */
  turn(): void {
    this.#way?.reversed(!this.#way.reversed());
  }

  /** Where the way has ended, if it has. Then it is over. */
  arrived(): 'on' | 'off' | null {
    const end = this.#way?.totalProgress();
    if (!this.#way || end !== (this.#way.reversed() ? 0 : 1)) return null;
    this.#way.kill();
    this.#way = null;
    return end === this.#rest ? 'on' : 'off';
  }

  destroy(): void {
    this.#plane.remove();
    this.#animations.end();
    destroy(this.#drawing.node);
  }
}

/**
 * One by one, without options: so each node frees what it owns alone, and nothing that it shares. A sprite lets go of its
 * texture first, or a shared one would remember it for ever.
 */
function destroy(node: Container): void {
  for (const child of [...node.children]) destroy(child);
  if (node instanceof Sprite) node.texture = Texture.EMPTY;
  node.destroy();
}
