import { CanvasRenderer } from 'pixi.js';
import { px } from './crop.ts';
import { GraphicCanvas } from './graphic-canvas.ts';
import type { Counts, Picture } from './picture.ts';
import { begun, housekeeping } from './renderer.ts';
import { PICTURE } from './size.ts';

/** It draws without evaluating text as code, so it works where pages may not: pixi need not ask. */
class PlainRenderer extends CanvasRenderer {
  override _unsafeEvalCheck(): void {}
}

/** A canvas for each graphic, cropped to its box: a change costs the pixels that change and few more. */
export async function canvasPicture(counts: Counts): Promise<Picture> {
  const renderer = await begun(new PlainRenderer());
  const element = document.createElement('div');
  const graphics = new Set<GraphicCanvas>();
  const size = { scale: 1, cssScale: 1 };

  const resize = (scale: number, cssScale: number) => {
    Object.assign(size, { scale, cssScale });
    renderer.resolution = scale;
    Object.assign(element.style, px({ width: PICTURE.width * scale, height: PICTURE.height * scale }, cssScale));
    for (const graphic of graphics) graphic.resize();
  };
  element.style.position = 'absolute';
  resize(1, 1);
  return {
    element,
    renderer: 'canvas',
    counts,
    resize,
    add(node, box) {
      const graphic = new GraphicCanvas(renderer, node, box, size, counts);
      element.append(graphic.canvas);
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
      renderer.destroy();
    },
  };
}
