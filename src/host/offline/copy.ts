import type { Picture } from '../../stage/picture.ts';
import { PICTURE } from '../../stage/size.ts';
import type { DrawnFrame } from '../../wire/offline/drawn.ts';

/** Takes what stands in a picture as pixels, where that is not what was taken before. */
export interface Copy {
  /** `seen` says which graphics are in it, and how. */
  take(seen: string): DrawnFrame;
}

export function createCopy(picture: Picture, scale: number): Copy {
  const [width, height] = [PICTURE.width * scale, PICTURE.height * scale];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser has no canvas to copy the picture to');
  let counted = '';
  let taken: Taken | null = null;
  return {
    take(seen) {
      // What is drawn is counted; what only leaves is not.
      const now = `${picture.counts.renders} ${seen}`;
      if (now === counted) return { kind: 'same' };
      counted = now;
      context.clearRect(0, 0, width, height);
      picture.copyTo(context);
      const { data } = context.getImageData(0, 0, width, height);
      const box = seenBox(new Uint32Array(data.buffer), width, height);
      const before = taken;
      taken = { ...box, rgba: cropped(data, width, box) };
      return before && isSame(before, taken) ? { kind: 'same' } : { kind: 'picture', ...taken };
    },
  };
}

type Taken = SeenBox & { readonly rgba: Uint8Array };

function isSame(a: Taken, b: Taken): boolean {
  if (a.x !== b.x || a.y !== b.y || a.width !== b.width || a.rgba.length !== b.rgba.length) return false;
  const [these, those] = [new Uint32Array(a.rgba.buffer), new Uint32Array(b.rgba.buffer)];
  for (let i = 0; i < these.length; i += 1) if (these[i] !== those[i]) return false;
  return true;
}

interface SeenBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest box around all pixels that are not empty; one of no size where there are none. */
export function seenBox(pixels: Uint32Array, width: number, height: number): SeenBox {
  const isEmpty = (y: number) => {
    for (let i = y * width; i < (y + 1) * width; i += 1) if (pixels[i] !== 0) return false;
    return true;
  };
  let top = 0;
  while (top < height && isEmpty(top)) top += 1;
  if (top === height) return { x: 0, y: 0, width: 0, height: 0 };
  let bottom = height - 1;
  while (isEmpty(bottom)) bottom -= 1;
  let [left, right] = [width, -1];
  for (let y = top; y <= bottom; y += 1) {
    const row = y * width;
    for (let x = 0; x < left; x += 1) if (pixels[row + x] !== 0) left = x;
    for (let x = width - 1; x > right; x -= 1) if (pixels[row + x] !== 0) right = x;
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

function cropped(data: Uint8ClampedArray, stride: number, { x, y, width, height }: SeenBox): Uint8Array {
  const rgba = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = ((y + row) * stride + x) * 4;
    rgba.set(data.subarray(from, from + width * 4), row * width * 4);
  }
  return rgba;
}
