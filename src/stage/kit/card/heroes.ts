import type { Pen } from '../pen.ts';
import type { WordsAbove } from '../road/on-slope.ts';
import { inkBelow, typeOf } from '../type.ts';

/** A figure that matters now, and what it is: before it, which may be empty, and after it. */
export interface Hero {
  readonly label: string;
  readonly figure: string;
  readonly unit: string;
}

/** In the upper module of a board, one after the other from the left. Returns what they cover. */
export function paintHeroes(on: Pen, heroes: readonly Hero[]): WordsAbove {
  const { theme } = on.supplies;
  const { space, size } = theme;
  const y = size.module * 0.75;
  const [small, large] = [typeOf(theme, 'label', 'regular'), typeOf(theme, 'hero', 'heavy')];
  let x = space.pad;
  for (const { label, figure, unit } of heroes) {
    const beside = { y, size: 'label', beside: 'hero', weight: 'regular' } as const;
    if (label) x += on.words(label, { x, ...beside, tone: 'soft' }) + space.gap;
    x += on.figures(figure, { x, y, size: 'hero' }) + space.tight;
    x += on.words(unit, { x, ...beside }) + space.wide;
  }
  const below = heroes.flatMap(({ label, figure, unit }) => [
    ...[label, unit].map((text) => inkBelow(small, text)),
    inkBelow(large, figure),
  ]);
  return { from: space.pad, to: x - space.wide, bottom: y + large.middle + Math.max(0, ...below) };
}
