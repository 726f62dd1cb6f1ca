import { CanvasRenderer } from 'pixi.js';
import { GraphicCanvas } from './graphic-canvas.ts';
import { createHolder, type PictureHolder } from './holder.ts';
import type { Counts, Picture } from './picture.ts';
import { begun, housekeeping } from './renderer.ts';

/** It draws without evaluating text as code, so it works where pages may not: pixi need not ask. */
class PlainRenderer extends CanvasRenderer {
  override _unsafeEvalCheck(): void {}
}

/** A canvas for each graphic, cropped to its box: a change costs the pixels that change and few more. */
export async function canvasPicture(counts: Counts): Promise<Picture> {
  const renderer = await begun(new PlainRenderer());
  const holder = createHolder();
  const { element } = holder;
  const graphics = new Set<GraphicCanvas>();
  const size = { scale: 1, cssScale: 1 };
  let key: PictureHolder | null = null;

  const resize = (scale: number, cssScale: number) => {
    Object.assign(size, { scale, cssScale });
    renderer.resolution = scale;
    holder.resize(size);
    key?.resize(size);
    for (const graphic of graphics) graphic.resize();
  };
  resize(1, 1);
  return {
    element,
    renderer: 'canvas',
    counts,
    resize,
    add(node, box) {
      const graphic = new GraphicCanvas(renderer, node, box, size, counts);
      element.append(graphic.canvas);
      key?.element.append(graphic.key().canvas);
      graphics.add(graphic);
      return {
        remove() {
          graphics.delete(graphic);
          graphic.remove();
        },
      };
    },
    render() {
      for (const graphic of graphics) graphic.render();
      housekeeping();
    },
    key() {
      if (key) return key.element;
      key = createHolder();
      key.resize(size);
      for (const graphic of graphics) key.element.append(graphic.key().canvas);
      return key.element;
    },
    copyTo(target) {
      for (const graphic of graphics) target.drawImage(graphic.canvas, graphic.left, graphic.top);
    },
    // Nothing is on the GPU: there is nothing to lose.
    isGpuLost: false,
    onGpuLost() {},
    onRestored() {},
    destroy() {
      for (const graphic of graphics) graphic.remove();
      element.remove();
      key?.element.remove();
      renderer.destroy();
    },
  };
}
