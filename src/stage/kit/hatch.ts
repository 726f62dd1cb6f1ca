import type { Box, Color } from '../../edition/theme.ts';
import type { Pen } from './pen.ts';

/** How much of an area is covered: what is likelier is denser. */
const COVERED = { half: 2 / 3, most: 1 / 3 };

/**
 * What is expected is hatched, and nothing else is: never colour alone. All hatches of one piece share their stripes, so
 * that a denser one thickens those of the one that it lies in. `within` leaves out what is not inside it.
 */
export function paintHatch(
  { context, supplies: { theme } }: Pen,
  { x, y, width, height }: Box,
  color: Color,
  likely: keyof typeof COVERED = 'most',
  within?: Path2D,
): void {
  const pitch = theme.space.pad;
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  if (within) context.clip(within);
  context.beginPath();
  const bottom = y + height;
  for (let foot = Math.floor((x + y) / pitch) * pitch; foot <= x + width + bottom + pitch; foot += pitch) {
    context.moveTo(foot - y, y);
    context.lineTo(foot - bottom, bottom);
  }
  context.lineWidth = (COVERED[likely] * pitch) / Math.SQRT2;
  context.strokeStyle = color;
  context.stroke();
  context.restore();
}
