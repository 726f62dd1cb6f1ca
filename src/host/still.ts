import type { Picture } from '../stage/picture.ts';
import { PICTURE } from '../stage/size.ts';
import { STILL_BYTES, type StillHead } from '../wire/crew/report.ts';

/** A third of the picture: its words can still be read. */
const SIZE = { width: 640, height: 360 };
/** The second one where the first is larger than the desk takes. */
const QUALITIES = [0.8, 0.4];

export interface Still {
  readonly kind: StillHead['kind'];
  readonly bytes: Uint8Array;
}

/**
 * All that is on air, small and transparent: WebP, or PNG where a browser makes no WebP. Null where no picture can be
 * taken. The copy is made at once, the file beside the page. `scale` is that of the picture: its device pixels for one of 1920 x 1080.
 */
export async function takeStill(picture: Pick<Picture, 'copyTo' | 'isGpuLost'>, scale: number): Promise<Still | null> {
  if (picture.isGpuLost || typeof OffscreenCanvas === 'undefined') return null;
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.scale(SIZE.width / PICTURE.width / scale, SIZE.height / PICTURE.height / scale);
  picture.copyTo(context);
  for (const quality of QUALITIES) {
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
    if (blob.size > STILL_BYTES) continue;
    return { kind: blob.type === 'image/webp' ? 'webp' : 'png', bytes: new Uint8Array(await blob.arrayBuffer()) };
  }
  return null;
}

/** When the page has nothing to draw: a frame that is under way is never late for it. After a second in any case. */
export function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act);
}
