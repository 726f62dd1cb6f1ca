import { Container } from 'pixi.js';
import type { Color, TextSize } from '../../edition/theme.ts';
import { canvasSprite } from './canvas-sprite.ts';
import type { Kit } from './kit.ts';
import { typeOf, widthOf } from './type.ts';

/** A short text on a coloured ground: how many ride in a group (round), the category of a climb (square). */
export interface Badge {
  /** Its middle. */
  readonly node: Container;
  /** Returns the width. */
  set(text: string, ground: Color, ink: Color): number;
}

/** Widest and tightest, in shares of the height: there is room for three digits. */
const WIDEST = 2;
const MARGIN = 0.4;

/** As wide as its text asks for, in even pixels: what stands in its middle then stands on whole ones. */
export function badgeWidth({ theme }: Kit, text: string, size: TextSize = 'label'): number {
  const height = theme.size.badge;
  const natural = widthOf(typeOf(theme, size, 'bold'), text);
  return Math.min(height * WIDEST, 2 * Math.ceil(Math.max(height, natural + height * MARGIN) / 2));
}

export function badge(kit: Kit, shape: 'round' | 'square', size: TextSize = 'label'): Badge {
  const height = kit.theme.size.badge;
  const type = typeOf(kit.theme, size, 'bold');
  const room = height * WIDEST;
  const node = new Container();
  const { node: sprite, paint } = canvasSprite(kit, room, height);
  sprite.position.set(-room / 2, -height / 2);
  node.addChild(sprite);
  let shown = '';
  let width = height;
  return {
    node,
    set(text, ground, ink) {
      if (`${text} ${ground} ${ink}` === shown) return width;
      shown = `${text} ${ground} ${ink}`;
      const natural = Math.ceil(widthOf(type, text));
      width = badgeWidth(kit, text, size);
      const squeeze = Math.min(1, (width - height / 3) / natural);
      paint((context) => {
        context.fillStyle = ground;
        context.beginPath();
        const left = (room - width) / 2;
        context.roundRect(left, 0, width, height, shape === 'round' ? height / 2 : kit.theme.size.radius);
        context.fill();
        context.fillStyle = ink;
        context.font = type.font;
        context.translate((room - natural * squeeze) / 2, height / 2 + type.ascent - type.middle);
        context.scale(squeeze, 1);
        context.fillText(text, 0, 0);
      });
      return width;
    },
  };
}
