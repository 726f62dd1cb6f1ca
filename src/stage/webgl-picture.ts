import { Container, WebGLRenderer } from 'pixi.js';
import './even-batches.ts';
import { changed } from './changed.ts';
import { countGl } from './count-draws.ts';
import type { Counts, Picture, Plane } from './picture.ts';
import { begun, housekeeping } from './renderer.ts';
import { PICTURE } from './size.ts';

/** One canvas for the whole picture: a real GPU draws it all again faster than it would copy a part. */
export async function webglPicture(counts: Counts): Promise<Picture> {
  const renderer = await begun(new WebGLRenderer());
  const element = document.createElement('div');
  const scene = new Container({ isRenderGroup: true });
  let stale = true;
  let lost = false;

  element.style.position = 'absolute';
  element.append(renderer.canvas);
  if ('drawElements' in renderer.gl) countGl(renderer.gl as WebGL2RenderingContext, counts);
  renderer.canvas.addEventListener('webglcontextlost', () => {
    lost = true;
    counts.contextLosses++;
  });
  return {
    element,
    renderer: 'webgl',
    counts,
    add(node): Plane {
      const root = new Container({ children: [node], isRenderGroup: true });
      scene.addChild(root);
      return {
        remove() {
          root.removeChild(node);
          root.destroy();
        },
      };
    },
    resize(scale, cssScale) {
      renderer.resize(PICTURE.width, PICTURE.height, scale);
      const css = { width: `${renderer.canvas.width * cssScale}px`, height: `${renderer.canvas.height * cssScale}px` };
      Object.assign(renderer.canvas.style, css);
      Object.assign(element.style, css);
      stale = true;
    },
    render() {
      if (lost || (!stale && !changed(scene.renderGroup))) return;
      stale = false;
      counts.renders++;
      renderer.render(scene);
      housekeeping();
    },
    copyTo(target) {
      // Its pixels can be read only in the task that drew them.
      renderer.render(scene);
      target.drawImage(renderer.canvas, 0, 0);
    },
    get lost() {
      return lost;
    },
    onLost(listener) {
      renderer.canvas.addEventListener('webglcontextlost', () => listener());
    },
    onRestored(listener) {
      renderer.canvas.addEventListener('webglcontextrestored', () => {
        lost = false;
        stale = true;
        listener();
      });
    },
    destroy() {
      element.remove();
      scene.destroy();
      renderer.destroy();
    },
  };
}
