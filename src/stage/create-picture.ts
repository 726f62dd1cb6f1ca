import { type Counts, nothingDone, type Picture } from './picture.ts';
import type { RendererName } from './renderer.ts';

/** Loads what draws with this renderer, and nothing of the other. A picture that takes over from another counts on. */
export async function createPicture(name: RendererName, counts: Counts = nothingDone()): Promise<Picture> {
  if (name === 'canvas') {
    const { canvasPicture } = await import('./canvas-picture.ts');
    return canvasPicture(counts);
  }
  const { webglPicture } = await import('./webgl-picture.ts');
  return webglPicture(counts);
}
