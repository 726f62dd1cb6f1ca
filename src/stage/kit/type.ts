import type { Font, TextSize, TextWeight, Theme } from '../../edition/theme.ts';

/** A way to set text. Pixels of 1920 x 1080. */
export interface Type {
  readonly font: string;
  readonly sizePx: number;
  /** From the baseline up to the middle of a capital: what is set on one line shares it. */
  readonly middle: number;
}

export function typeOf({ font, text }: Theme, size: TextSize, weight: TextWeight): Type {
  const sizePx = text[size];
  return { font: css(font, sizePx, weight), sizePx, middle: Math.round((sizePx * font.capHeight) / 2) };
}

const css = (font: Font, sizePx: number, weight: TextWeight) => `${font[weight]} ${sizePx}px '${font.family}'`;

const DIGITS = '0123456789';

/** Every text is measured once; a race has some thousands of them. */
const MOST_MEASURED = 5000;
const measured = new Map<string, number>();

/** Width of a text. */
export function widthOf({ font }: Type, text: string): number {
  const key = `${font} ${text}`;
  const known = measured.get(key);
  if (known !== undefined) return known;
  if (measured.size >= MOST_MEASURED) measured.clear();
  ruler.font = font;
  const { width } = ruler.measureText(text);
  measured.set(key, width);
  return width;
}

/** A font has arrived: what was measured without it was another one. */
export const measureAgain = (): void => measured.clear();

/** Width of a figure: all digits are as wide as the widest one, so that a value stands still while it changes. */
export function figureWidth(type: Type, text: string): number {
  let sum = 0;
  for (const glyph of text) sum += advanceOf(type, glyph);
  return sum;
}

export function advanceOf(type: Type, glyph: string): number {
  if (!DIGITS.includes(glyph)) return widthOf(type, glyph);
  let widest = 0;
  for (const digit of DIGITS) widest = Math.max(widest, widthOf(type, digit));
  return widest;
}

const ruler = document.createElement('canvas').getContext('2d')!;
