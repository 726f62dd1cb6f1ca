import type { RangeText } from '../../../edition/forecast-text.ts';
import type { TextSize } from '../../../edition/theme.ts';
import { paintHatch } from '../hatch.ts';
import type { Pen } from '../pen.ts';

const SIZES: readonly TextSize[] = ['hero', 'head', 'value'];

/** The largest size in which all of them are no wider than `room`: those of one card are written alike. */
export const rangeSize = (on: Pen, ranges: readonly RangeText[], room: number): TextSize =>
  SIZES.find((size) => ranges.every(({ text }) => on.figureWidth(text, size) <= room)) ?? 'value';

/**
 * What is expected, as from and to, its right edge at `right`, its middle at `y`; below it the range itself, hatched,
 * denser where half of the cases lie. Returns its width.
 */
export function paintRange(on: Pen, { text, half }: RangeText, size: TextSize, right: number, y: number): number {
  const { space, font, text: sizes } = on.supplies.theme;
  const width = 2 * Math.ceil(on.figureWidth(text, size) / 2);
  on.figures(text, { x: right, y, size, align: 'right' });
  const left = right - width;
  const below = 2 * Math.round((sizes[size] * font.capHeight) / 4) + space.tight + space.hair;
  const bar = { x: left, y: y + below, width, height: space.gap };
  const at = (share: number) => left + 2 * Math.round((share * width) / 2);
  paintHatch(on, bar, on.ground.soft);
  paintHatch(on, { ...bar, x: at(half.low), width: at(half.high) - at(half.low) }, on.ground.text, 'half');
  return width;
}
