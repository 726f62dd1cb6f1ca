import { Graphics } from 'pixi.js';
import type { Color } from '../../edition/theme.ts';

/** A rectangle of one colour. Its size is its scale, so that it can change without being built again. */
export interface Plate {
  readonly node: Graphics;
  color(color: Color): void;
  size(width: number, height: number): void;
}

export function plate(width: number, height: number, color: Color, alpha = 1): Plate {
  // White, tinted: a change of colour is then a change of value.
  const node = new Graphics().rect(0, 0, 1, 1).fill({ color: 'white', alpha });
  const set: Plate = {
    node,
    color(next) {
      node.tint = next;
    },
    size(nextWidth, nextHeight) {
      node.scale.set(nextWidth, nextHeight);
    },
  };
  set.color(color);
  set.size(width, height);
  return set;
}
