import { Graphics } from 'pixi.js';
import type { Color } from '../../edition/theme.ts';

/** A rectangle of one colour. Its size is its scale, so that it can change, and open, without being built again. */
export interface Plate {
  readonly node: Graphics;
  /** Its size at rest; while it opens it is less. */
  readonly rest: { width: number; height: number };
  color(color: Color): void;
}

export function plate(width: number, height: number, color: Color, alpha = 1): Plate {
  // White, tinted: a change of colour is then a change of value.
  const node = new Graphics().rect(0, 0, 1, 1).fill({ color: 'white', alpha });
  node.scale.set(width, height);
  node.tint = color;
  return {
    node,
    rest: { width, height },
    color(next) {
      node.tint = next;
    },
  };
}
