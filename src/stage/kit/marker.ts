import { Container, Sprite } from 'pixi.js';
import type { Color } from '../../edition/theme.ts';
import { badge } from './badge.ts';
import { icon } from './icon.ts';
import type { Kit } from './kit.ts';
import { plate } from './plate.ts';

/** Who is where on a road seen from the side: a dot on the road, a stem to the ground, a badge below it. */
export interface Marker {
  readonly node: Container;
  /** Returns the width of the badge. */
  set(text: string, color: Color): number;
  /** `x` and `y` of the road; the badge stands at `badgeX` on the line of badges. */
  stand(x: number, y: number, badgeX: number): void;
}

export function marker(kit: Kit, groundY: number, badgeY: number): Marker {
  const { size, color } = kit.theme;
  const stem = plate(2, 1, color.ink);
  const dot = new Sprite(icon(kit, 'dot', color.ink));
  const count = badge(kit, 'round');
  dot.pivot.set(size.icon / 2);
  count.node.y = badgeY;
  return {
    node: new Container({ children: [stem.node, dot, count.node], alpha: 0 }),
    set(text, ground) {
      stem.color(ground);
      dot.texture = icon(kit, 'dot', ground);
      return count.set(text, ground, color.inkDark);
    },
    stand(roadX, roadY, badgeX) {
      // Whole pixels: a step of one is not seen as a step, and what stands on them stays sharp.
      const [x, y] = [Math.round(roadX), Math.round(roadY)];
      stem.node.position.set(x - 1, y);
      stem.node.scale.y = groundY - y;
      dot.position.set(x, y);
      count.node.x = Math.round(badgeX);
    },
  };
}
