// Pages of the desk evaluate no text: what pixi would generate as code it does as plain functions.
import 'pixi.js/unsafe-eval';
import { Container, WebGLRenderer } from 'pixi.js';
import type { Box } from '../edition/theme.ts';
import './even-batches.ts';
import { changed } from './changed.ts';
import { countGl } from './count-draws.ts';
import { around, type Crop, cropOf, px } from './crop.ts';
import { createHolder, type PictureHolder } from './holder.ts';
import { Key } from './key.ts';
import type { Counts, Picture, Plane } from './picture.ts';
import { begun, housekeeping } from './renderer.ts';

/**
 * One canvas for all graphics, cropped to the box around them: a real GPU draws them all again faster than it would copy
 * a part, and whoever shows the page has nothing to blend where there is none.
 */
export async function webglPicture(counts: Counts): Promise<Picture> {
  const renderer = await begun(new WebGLRenderer());
  const holder = createHolder();
  const { element } = holder;
  const scene = new Container({ isRenderGroup: true });
  const boxes = new Map<Container, Box>();
  const size = { scale: 1, cssScale: 1 };
  let crop: Crop | null = null;
  let framed = false;
  let stale = true;
  let isLost = false;
  let key: { readonly holder: PictureHolder; readonly canvas: Key } | null = null;

  const reframe = () => {
    const box = around(boxes.values());
    crop = box && cropOf(box, size.scale);
    renderer.canvas.style.display = crop ? '' : 'none';
    framed = true;
    stale = true;
    if (crop) place(crop);
    key?.canvas.follow();
  };
  const place = (crop: Crop) => {
    const { left, top, width, height } = crop;
    const { scale, cssScale } = size;
    renderer.resize(width / scale, height / scale, scale);
    scene.position.set(-left / scale, -top / scale);
    Object.assign(renderer.canvas.style, px({ left, top, width, height }, cssScale));
  };

  renderer.canvas.style.position = 'absolute';
  element.append(renderer.canvas);
  if ('drawElements' in renderer.gl) countGl(renderer.gl as WebGL2RenderingContext, counts);
  renderer.canvas.addEventListener('webglcontextlost', () => {
    isLost = true;
    counts.contextLosses++;
  });
  return {
    element,
    renderer: 'webgl',
    counts,
    add(node, box): Plane {
      const root = new Container({ children: [node], isRenderGroup: true });
      scene.addChild(root);
      boxes.set(root, box);
      framed = false;
      return {
        remove() {
          boxes.delete(root);
          framed = false;
          root.removeChild(node);
          root.destroy();
        },
      };
    },
    resize(scale, cssScale) {
      Object.assign(size, { scale, cssScale });
      holder.resize(size);
      key?.holder.resize(size);
      framed = false;
    },
    render() {
      if (isLost) return;
      if (!framed) reframe();
      if (!crop || !(stale || changed(scene.renderGroup))) return;
      stale = false;
      counts.renders++;
      renderer.render(scene);
      key?.canvas.copy();
      housekeeping();
    },
    key() {
      if (key) return key.holder.element;
      key = { holder: createHolder(), canvas: new Key(renderer.canvas as HTMLCanvasElement, counts, 'gpu') };
      key.holder.element.append(key.canvas.canvas);
      key.holder.resize(size);
      framed = false;
      return key.holder.element;
    },
    copyTo(target) {
      if (!framed) reframe();
      if (!crop) return;
      // Its pixels can be read only in the task that drew them.
      renderer.render(scene);
      target.drawImage(renderer.canvas, crop.left, crop.top);
    },
    get isGpuLost() {
      return isLost;
    },
    onGpuLost(listener) {
      renderer.canvas.addEventListener('webglcontextlost', () => listener());
    },
    onRestored(listener) {
      renderer.canvas.addEventListener('webglcontextrestored', () => {
        isLost = false;
        stale = true;
        listener();
      });
    },
    destroy() {
      element.remove();
      key?.holder.element.remove();
      scene.destroy();
      renderer.destroy();
    },
  };
}
