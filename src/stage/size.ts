/** The picture that every drawing is made for, in its own pixels. */
export const PICTURE = { width: 1920, height: 1080 };

/** As large as a window allows, in its middle: `scale` in device pixels a pixel, `left` and `top` in CSS pixels. */
export function fitted(width: number, height: number, pixelRatio: number) {
  const scale = Math.min(width / PICTURE.width, height / PICTURE.height) * pixelRatio;
  const middle = (space: number, size: number) => Math.floor((space * pixelRatio - size * scale) / 2) / pixelRatio;
  return { scale, left: middle(width, PICTURE.width), top: middle(height, PICTURE.height) };
}
