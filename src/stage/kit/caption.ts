import { Container } from 'pixi.js';
import type { Color } from '../../edition/theme.ts';
import { badge, badgeWidth } from './badge.ts';
import type { Kit } from './kit.ts';
import { label } from './label.ts';
import { plate } from './plate.ts';
import { typeOf, widthOf } from './type.ts';

/** The category of a climb and what there is room to say of it. The node is its middle. */
export interface Caption {
  readonly node: Container;
  set(category: string, text: string, ground: Color, ink: Color): void;
  /** Draws a line down to the summit, from the middle of the caption. */
  point(x: number, y: number): void;
}

export function caption(kit: Kit, width: number): Caption {
  const mark = badge(kit, 'square');
  const words = label(kit, { width, size: 'label', weight: 'medium', color: 'ink' });
  const stem = plate(kit.theme.space.slit, 1, kit.theme.color.inkSoft);
  stem.node.y = kit.theme.size.badge / 2;
  return {
    node: new Container({ children: [stem.node, mark.node, words.node], alpha: 0 }),
    set(category, text, ground, ink) {
      const whole = captionWidth(kit, category, text);
      const markWidth = category ? mark.set(category, ground, ink) : 0;
      mark.node.alpha = category ? 1 : 0;
      mark.node.x = markWidth / 2 - whole / 2;
      words.node.x = -whole / 2 + (category ? markWidth + kit.theme.space.tight : 0);
      words.set(text);
    },
    point(x, y) {
      stem.node.x = x - kit.theme.space.slit / 2;
      stem.node.scale.y = Math.max(0, Math.round(y) - stem.node.y);
    },
  };
}

export function captionWidth(kit: Kit, category: string, text: string): number {
  const mark = category ? badgeWidth(kit, category) : 0;
  const words = Math.ceil(widthOf(typeOf(kit.theme, 'label', 'medium'), text));
  return 2 * Math.ceil((mark + (mark && words ? kit.theme.space.tight : 0) + words) / 2);
}
