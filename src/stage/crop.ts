import type { Box } from '../edition/theme.ts';

/** Device pixels of the picture. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The whole device pixels around a box, so that a scaled page stays sharp. */
export function cropOf({ x, y, width, height }: Box, scale: number): Crop {
  const left = Math.floor(x * scale);
  const top = Math.floor(y * scale);
  return {
    left,
    top,
    width: Math.ceil((x + width) * scale) - left,
    height: Math.ceil((y + height) * scale) - top,
  };
}

/** The box around all of them; null where there are none. */
export function around(boxes: Iterable<Box>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return right >= left ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

/** Lengths as styles of an element. */
export const px = (lengths: { readonly [style: string]: number }, cssScale: number) =>
  Object.fromEntries(Object.entries(lengths).map(([name, value]) => [name, `${value * cssScale}px`]));
