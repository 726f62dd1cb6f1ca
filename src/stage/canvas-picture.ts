import { CanvasRenderer, CanvasSource, Container, Matrix, Texture } from 'pixi.js';
import { changed } from './changed.ts';
import { count2d } from './count-draws.ts';
import type { Box } from './overlay.ts';
import type { Counts, Picture, Plane } from './picture.ts';
import { begun, housekeeping } from './renderer.ts';
import { PICTURE } from './size.ts';

/** A canvas for each graphic, cropped to its box: a change costs the pixels of one graphic and no more. */
export async function canvasPicture(counts: Counts): Promise<Picture> {
  const renderer = await begun(new CanvasRenderer());
  const element = document.createElement('div');
  const sheets = new Set<Sheet>();
  const size: Size = { scale: 1, cssScale: 1 };

  const resize = (scale: number, cssScale: number) => {
    Object.assign(size, { scale, cssScale });
    renderer.resolution = scale;
    Object.assign(element.style, px({ width: PICTURE.width * scale, height: PICTURE.height * scale }, cssScale));
    for (const sheet of sheets) sheet.resize();
  };
  element.style.position = 'absolute';
  resize(1, 1);
  return {
    element,
    renderer: 'canvas',
    counts,
    resize,
    add(node, box) {
      const sheet = new Sheet(renderer, node, box, size, counts);
      element.append(sheet.canvas);
      sheets.add(sheet);
      return {
        fade: (alpha) => sheet.fade(alpha),
        remove() {
          sheets.delete(sheet);
          sheet.remove();
        },
      };
    },
    render() {
      for (const sheet of sheets) sheet.render();
      housekeeping();
    },
    copyTo(target) {
      for (const sheet of sheets) target.drawImage(sheet.canvas, sheet.left, sheet.top);
    },
    // Nothing is on the GPU: there is nothing to lose.
    lost: false,
    onLost() {},
    onRestored() {},
    destroy() {
      for (const sheet of sheets) sheet.remove();
      element.remove();
      renderer.destroy();
    },
  };
}

interface Size {
  readonly scale: number;
  readonly cssScale: number;
}

/** The canvas of one graphic. */
class Sheet implements Plane {
  readonly canvas = document.createElement('canvas');
  /** In device pixels of the picture. */
  left = 0;
  top = 0;
  readonly #renderer: CanvasRenderer;
  readonly #box: Box;
  readonly #size: Size;
  readonly #counts: Counts;
  readonly #root: Container;
  readonly #target = new Texture({
    source: new CanvasSource({ resource: this.canvas, width: 1, height: 1, resolution: 1 }),
  });
  readonly #transform = new Matrix();
  #stale = true;

  constructor(renderer: CanvasRenderer, node: Container, box: Box, size: Size, counts: Counts) {
    this.#renderer = renderer;
    this.#box = box;
    this.#size = size;
    this.#counts = counts;
    this.#root = new Container({ children: [node], isRenderGroup: true });
    this.canvas.style.position = 'absolute';
    // Without a GPU a canvas that asks to be read is painted by the processor itself, not by GL imitated on it.
    count2d(this.canvas.getContext('2d', { willReadFrequently: true })!, counts);
    this.resize();
  }

  /** Whole device pixels around the box, so that a scaled page stays sharp. */
  resize(): void {
    const { scale, cssScale } = this.#size;
    const box = this.#box;
    this.left = Math.floor(box.x * scale);
    this.top = Math.floor(box.y * scale);
    const width = Math.ceil((box.x + box.width) * scale) - this.left;
    const height = Math.ceil((box.y + box.height) * scale) - this.top;
    this.#target.source.resize(width, height, 1);
    this.#transform.set(scale, 0, 0, scale, -this.left, -this.top);
    Object.assign(this.canvas.style, px({ left: this.left, top: this.top, width, height }, cssScale));
    this.#stale = true;
  }

  fade(alpha: number): void {
    this.#root.alpha = alpha;
    this.#stale = true;
  }

  render(): void {
    if (!this.#stale && !changed(this.#root.renderGroup)) return;
    this.#stale = false;
    this.#counts.renders++;
    this.#renderer.render({
      container: this.#root,
      target: this.#target,
      transform: this.#transform,
      clear: true,
      clearColor: [0, 0, 0, 0],
    });
  }

  remove(): void {
    this.canvas.remove();
    this.#root.removeChildren();
    this.#root.destroy();
    this.#target.destroy(true);
  }
}

const px = (lengths: Record<string, number>, cssScale: number) =>
  Object.fromEntries(Object.entries(lengths).map(([name, value]) => [name, `${value * cssScale}px`]));
