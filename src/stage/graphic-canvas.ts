import { type CanvasRenderer, CanvasSource, Container, Matrix, Texture } from 'pixi.js';
import type { Box } from '../edition/theme.ts';
import { changed } from './changed.ts';
import { count2d } from './count-draws.ts';
import { cropOf, px } from './crop.ts';
import { Dirty } from './dirty.ts';
import { Key } from './key.ts';
import type { Counts, Plane } from './picture.ts';
import { drawSprite, type SeenSprite, spritesOf } from './sprites.ts';

export interface CanvasSize {
  readonly scale: number;
  readonly cssScale: number;
}

/**
 * One graphic on a canvas of its own, cropped to its box. It is made of plain sprites, as the kit makes them, and only the
 * parts that changed are drawn; or of anything that pixi knows, and is drawn anew whenever something in it changes.
 */
export class GraphicCanvas implements Plane {
  readonly canvas = document.createElement('canvas');
  /** In device pixels of the picture. */
  left = 0;
  top = 0;
  readonly #renderer: CanvasRenderer;
  readonly #box: Box;
  readonly #size: CanvasSize;
  readonly #counts: Counts;
  readonly #root: Container;
  readonly #context: CanvasRenderingContext2D;
  readonly #target = new Texture({
    source: new CanvasSource({ resource: this.canvas, width: 1, height: 1, resolution: 1 }),
  });
  readonly #transform = new Matrix();
  readonly #dirty = new Dirty();
  #key: Key | null = null;
  #stale = true;

  constructor(renderer: CanvasRenderer, node: Container, box: Box, size: CanvasSize, counts: Counts) {
    this.#renderer = renderer;
    this.#box = box;
    this.#size = size;
    this.#counts = counts;
    this.#root = new Container({ children: [node], isRenderGroup: true });
    this.canvas.style.position = 'absolute';
    // Without a GPU a canvas that asks to be read is painted by the processor itself, not by GL imitated on it.
    this.#context = this.canvas.getContext('2d', { willReadFrequently: true })!;
    count2d(this.#context, counts);
    this.resize();
  }

  resize(): void {
    const { scale, cssScale } = this.#size;
    const crop = cropOf(this.#box, scale);
    this.left = crop.left;
    this.top = crop.top;
    this.#target.source.resize(crop.width, crop.height, 1);
    this.#transform.set(scale, 0, 0, scale, -crop.left, -crop.top);
    Object.assign(this.canvas.style, px({ ...crop }, cssScale));
    this.#key?.follow();
    this.#stale = true;
  }

  /** From now on. */
  key(): Key {
    if (!this.#key) {
      this.#key = new Key(this.canvas, this.#counts, 'processor');
      this.#key.follow();
      this.#key.copy();
    }
    return this.#key;
  }

  render(): void {
    if (this.#stale) this.#dirty.forget();
    const sprites = spritesOf(this.#root, this.#size.scale, this.left, this.top);
    if (sprites) this.#renderParts(sprites);
    else this.#renderWhole();
    this.#stale = false;
  }

  #renderParts(sprites: readonly SeenSprite[]): void {
    const { width, height } = this.canvas;
    const parts = this.#dirty.parts(sprites) ?? [{ x: 0, y: 0, width, height }];
    if (parts.length > 0) this.#counts.renders++;
    for (const part of parts) this.#draw(part, sprites);
    this.#key?.copy(parts);
  }

  /** Draws one part, and leaves the others as they are. */
  #draw(part: Box, sprites: readonly SeenSprite[]): void {
    const context = this.#context;
    const { x, y, width, height } = part;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    // Pixi leaves its own behind.
    context.globalCompositeOperation = 'source-over';
    context.beginPath();
    context.rect(x, y, width, height);
    context.clip();
    context.clearRect(x, y, width, height);
    for (const sprite of sprites) if (meets(sprite, part)) drawSprite(context, sprite);
    context.restore();
  }

  #renderWhole(): void {
    this.#dirty.forget();
    if (!this.#stale && !changed(this.#root.renderGroup)) return;
    this.#counts.renders++;
    const [container, target, transform] = [this.#root, this.#target, this.#transform];
    this.#renderer.render({ container, target, transform, clear: true, clearColor: [0, 0, 0, 0] });
    this.#key?.copy();
  }

  remove(): void {
    this.canvas.remove();
    this.#key?.canvas.remove();
    this.#root.removeChildren();
    this.#root.destroy();
    this.#target.destroy(true);
  }
}

const meets = (one: SeenSprite, { x, y, width, height }: Box): boolean =>
  one.x < x + width && one.x + one.width > x && one.y < y + height && one.y + one.height > y;
