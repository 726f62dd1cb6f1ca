import type { Color, Surface, TextSize, TextWeight, Tone } from '../../edition/theme.ts';
import { type Fitted, fitText } from './fit.ts';
import type { Supplies } from './kit.ts';
import { noteWords } from './painted-words.ts';
import { advanceOf, figureWidth, type Type, typeOf, widthOf } from './type.ts';

/** Writes on a plate. All texts of one line share the middle of their capitals, `y`. */
export interface Pen {
  /** Words, from `x` to the right; or to the left of it, or around it. Returns their width. */
  words(text: string, at: At): number;
  /** The same of a value: its digits stand still. */
  figures(text: string, at: At): number;
  widthOf(text: string, size: TextSize, weight?: TextWeight): number;
  figureWidth(text: string, size: TextSize, weight?: TextWeight): number;
  /** The longest of these texts that fits, see `fitText`. */
  fit(texts: readonly string[], width: number, size: TextSize, weight?: TextWeight): Fitted;
  readonly context: CanvasRenderingContext2D;
  readonly ground: Surface;
  readonly supplies: Supplies;
}

export interface At {
  readonly x: number;
  readonly y: number;
  readonly size: TextSize;
  /** On the baseline of a text of this size, instead of around the middle. */
  readonly beside?: TextSize;
  /** `heavy` where it is not said. */
  readonly weight?: TextWeight;
  readonly tone?: Tone;
  /** In place of the tone: on something that has a colour of its own. */
  readonly color?: Color;
  readonly align?: 'left' | 'center' | 'right';
  /** Share of the natural width. */
  readonly squeeze?: number;
}

export function pen(supplies: Supplies, context: CanvasRenderingContext2D, ground: Surface): Pen {
  const { theme } = supplies;
  const set = (at: At, natural: number) => {
    const { x, y, size, beside = size, weight = 'heavy', tone = 'text', color, align = 'left', squeeze = 1 } = at;
    const type = typeOf(theme, size, weight);
    const width = natural * squeeze;
    context.font = type.font;
    context.fillStyle = color ?? ground[tone];
    const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    return { left: Math.round(left), base: y + typeOf(theme, beside, weight).middle, squeeze, type, width };
  };
  const type = (size: TextSize, weight: TextWeight = 'heavy'): Type => typeOf(theme, size, weight);
  const width: Pen['widthOf'] = (text, size, weight) => widthOf(type(size, weight), text);
  return {
    context,
    ground,
    supplies,
    words(text, at) {
      const { left, base, squeeze, width } = set(at, widthOf(type(at.size, at.weight), text));
      noteWords(context, text, left, at.y);
      context.save();
      context.translate(left, base);
      context.scale(squeeze, 1);
      context.fillText(text, 0, 0);
      context.restore();
      return width;
    },
    figures(text, at) {
      const { left, base, type, width } = set(at, figureWidth(typeOf(theme, at.size, at.weight ?? 'heavy'), text));
      noteWords(context, text, left, at.y);
      let x = left;
      for (const glyph of text) {
        const advance = advanceOf(type, glyph);
        context.fillText(glyph, x + (advance - widthOf(type, glyph)) / 2, base);
        x += advance;
      }
      return width;
    },
    widthOf: width,
    figureWidth: (text, size, weight) => figureWidth(type(size, weight), text),
    fit: (texts, room, size, weight) => fitText(texts, room, theme.font, (text) => width(text, size, weight)),
  };
}
