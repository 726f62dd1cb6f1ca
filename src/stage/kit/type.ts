import type { Font, TextSize, TextWeight, Theme } from '../../edition/theme.ts';

/** A way to set text, and where its lines are. */
export interface Type {
  readonly font: string;
  readonly sizePx: number;
  /** Above the baseline: room for a capital with its diacritic; below: for a descender. Whole pixels. */
  readonly ascent: number;
  readonly height: number;
  /** Distance from the top to the middle of a capital: what is set on one line shares it. */
  readonly middle: number;
  readonly squeeze: number;
  readonly condense: number;
}

export function typeOf({ font, text }: Theme, size: TextSize, weight: TextWeight): Type {
  const sizePx = text[size];
  const ascent = Math.ceil(sizePx * 1.02);
  return {
    font: css(font, sizePx, weight),
    sizePx,
    ascent,
    height: ascent + Math.ceil(sizePx * 0.3),
    middle: ascent - Math.round((sizePx * font.capHeight) / 2),
    squeeze: font.squeeze,
    condense: font.condense,
  };
}

const css = (font: Font, sizePx: number, weight: TextWeight) =>
  `${font[weight]} ${sizePx}px '${font.family}', sans-serif`;

/** How much lower a text stands beside a larger one, both on one baseline. */
export function dropBeside({ font, text }: Theme, small: TextSize, large: TextSize): number {
  return Math.round((text[large] * font.capHeight) / 2) - Math.round((text[small] * font.capHeight) / 2);
}

/** Width of a text in pixels of 1920 x 1080. */
export function widthOf(type: Type, text: string): number {
  ruler.font = type.font;
  return ruler.measureText(text).width;
}

const ruler = document.createElement('canvas').getContext('2d')!;
