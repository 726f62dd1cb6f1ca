import type { Container } from 'pixi.js';
import type { ColorName, TextSize, TextWeight } from '../../edition/theme.ts';
import { canvasSprite } from './canvas-sprite.ts';
import { fitText } from './fit.ts';
import type { Kit } from './kit.ts';
import { typeOf, widthOf } from './type.ts';

export interface LabelStyle {
  /** Room for the text, whole pixels: nothing is drawn beyond it. */
  readonly width: number;
  readonly size: TextSize;
  readonly weight: TextWeight;
  readonly color: ColorName;
  readonly align?: 'left' | 'center' | 'right';
}

/** Words on one line. The node stands at the left of its room, on the middle of its capitals. */
export interface Label {
  readonly node: Container;
  /** The first of these texts that fits, see `fitText`; in less than the whole room where `width` says so. */
  set(texts: string | readonly string[], over?: { readonly color?: ColorName; readonly width?: number }): void;
}

/** Letters reach a little out of their advance width. */
const OVERHANG = 2;

/** Painted like everything that is not a rectangle; also because pixi's `Text` cannot set narrowed type sharply. */
export function label(kit: Kit, style: LabelStyle): Label {
  const type = typeOf(kit.theme, style.size, style.weight);
  const { node, paint } = canvasSprite(kit, style.width + 2 * OVERHANG, type.height);
  node.pivot.set(OVERHANG, type.middle);
  let shown = '';
  return {
    node,
    set(texts, { color = style.color, width = style.width } = {}) {
      const room = Math.min(width, style.width);
      const fitted = fitText(typeof texts === 'string' ? [texts] : texts, room, type, (text) => widthOf(type, text));
      const now = `${color} ${fitted.squeeze} ${room} ${fitted.text}`;
      if (now === shown) return;
      shown = now;
      paint((context) => {
        context.font = type.font;
        context.fillStyle = kit.theme.color[color];
        const free = room - widthOf(type, fitted.text) * fitted.squeeze;
        const indent = style.align === 'right' ? free : style.align === 'center' ? free / 2 : 0;
        context.translate(OVERHANG + Math.round(indent), type.ascent);
        context.scale(fitted.squeeze, 1);
        context.fillText(fitted.text, 0, 0);
      });
    },
  };
}
