import { seenOn } from '../../edition/color.ts';
import type { Color } from '../../edition/theme.ts';
import type { Pen } from './pen.ts';

/** Time or places won (down is closing, up is a place gained) and lost: the arrow says which way, the colour says it again. */
export interface Arrow {
  readonly way: 'up' | 'down';
  readonly tone: 'gain' | 'loss';
}

/** Around `x`, its middle at `y`. */
export function paintArrow({ context, ground, supplies }: Pen, { way, tone }: Arrow, x: number, y: number): void {
  const { arrow } = supplies.theme.size;
  const [half, rise] = [arrow / 2, (arrow * (way === 'up' ? -1 : 1)) / 3];
  context.fillStyle = ground[tone];
  context.beginPath();
  context.moveTo(x - half, y - rise);
  context.lineTo(x + half, y - rise);
  context.lineTo(x, y + rise);
  context.closePath();
  context.fill();
}

/** The two halves of a team's kit, its left edge at `x`, its middle at `y`. */
export function paintTab(
  { context, ground, supplies }: Pen,
  colors: readonly [Color, Color],
  x: number,
  y: number,
): void {
  const { width, height } = supplies.theme.size.tab;
  for (const [i, color] of colors.entries()) {
    context.fillStyle = seenOn(ground.fill, color);
    context.fillRect(x, y - height / 2 + (i * height) / 2, width, height / 2);
  }
}

/** The category of a climb in its box, its left edge at `x`, its middle at `y`. Returns its width. */
export function paintBadge(pen: Pen, text: string, isPassed: boolean, x: number, y: number): number {
  const { context, supplies } = pen;
  const { color, size } = supplies.theme;
  const width = badgeWidth(pen, text);
  context.fillStyle = isPassed ? color.passedBadge : color.badge;
  context.fillRect(x, y - size.pennon / 2, width, size.pennon);
  const ink = isPassed ? color.passedBadgeText : color.badgeText;
  pen.words(text, { x: x + width / 2, y, size: 'label', align: 'center', color: ink });
  return width;
}

export function badgeWidth(pen: Pen, text: string): number {
  const { size, space } = pen.supplies.theme;
  const natural = pen.widthOf(text, 'label') + 2 * (space.tight + space.hair);
  return 2 * Math.ceil(Math.max(size.pennon, natural) / 2);
}
