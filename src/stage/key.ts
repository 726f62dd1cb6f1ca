import type { Box } from '../edition/theme.ts';
import type { Counts } from './picture.ts';

/**
 * The key of a canvas: white with the alpha of each of its pixels, so that over black it is that alpha, exactly. Drawn in
 * the task that drew the canvas: no screen ever shows the one without the other. (Later, the pixels of WebGL could not
 * be read; and a CSS filter that does the same costs five times the picture where there is no GPU.)
 */
export class Key {
  readonly canvas = document.createElement('canvas');
  readonly #of: HTMLCanvasElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #counts: Counts;

  /** `by`: who paints it; what is copied from a GPU stays there, if there is a real one. */
  constructor(of: HTMLCanvasElement, counts: Counts, by: 'processor' | 'gpu') {
    this.#of = of;
    this.#counts = counts;
    this.canvas.style.position = 'absolute';
    this.#context = this.canvas.getContext('2d', { willReadFrequently: by === 'processor' })!;
  }

  /** As large as its canvas, and where that is; empty. */
  follow(): void {
    const { width, height, style } = this.#of;
    Object.assign(this.canvas, { width, height });
    const { left, top, display } = style;
    Object.assign(this.canvas.style, { left, top, width: style.width, height: style.height, display });
    this.#context.fillStyle = '#fff';
  }

  /** What was drawn just now: these parts, in device pixels of the canvas; left out, all of it. */
  copy(parts: readonly Box[] = [{ x: 0, y: 0, width: this.#of.width, height: this.#of.height }]): void {
    const context = this.#context;
    for (const { x, y, width, height } of parts) {
      context.save();
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
      context.fillRect(x, y, width, height);
      context.globalCompositeOperation = 'destination-in';
      context.drawImage(this.#of, x, y, width, height, x, y, width, height);
      context.restore();
    }
    if (parts.length > 0) this.#counts.copies++;
  }
}
