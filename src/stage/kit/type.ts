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

/** Every text is measured once in a font; a race has some thousands of them. */
const MOST_MEASURED = 5000;
const measured = new Map<string, Map<string, number>>();
/** The widest digit of a font. */
const digits = new Map<string, number>();

/** Width of a text. */
export function widthOf({ font }: Type, text: string): number {
  const inFont = measured.get(font) ?? new Map<string, number>();
  const known = inFont.get(text);
  if (known !== undefined) return known;
  if (inFont.size >= MOST_MEASURED) inFont.clear();
  ruler.font = font;
  const { width } = ruler.measureText(text);
  measured.set(font, inFont.set(text, width));
  return width;
}

/** How far the ink of a text goes below its baseline: a comma, a tail. */
export function inkBelow({ font }: Type, text: string): number {
  ruler.font = font;
  return Math.max(0, ruler.measureText(text).actualBoundingBoxDescent);
}

/** A font has arrived: what was measured without it was another one. */
export function measureAgain(): void {
  measured.clear();
  digits.clear();
}

/** Width of a figure: all digits are as wide as the widest one, so that a value stands still while it changes. */
export function figureWidth(type: Type, text: string): number {
  let sum = 0;
  for (const glyph of text) sum += advanceOf(type, glyph);
  return sum;
}

export function advanceOf(type: Type, glyph: string): number {
  if (!DIGITS.includes(glyph)) return widthOf(type, glyph);
  const known = digits.get(type.font);
  if (known !== undefined) return known;
  const widest = Math.max(...Array.from(DIGITS, (digit) => widthOf(type, digit)));
  digits.set(type.font, widest);
  return widest;
}

const ruler = document.createElement('canvas').getContext('2d')!;
