import { Container } from 'pixi.js';
import type { Box, Theme } from '../../edition/theme.ts';
import type { Drawing } from '../overlay.ts';
import { bitmap } from './bitmap.ts';
import { cloth, leanOf } from './cloth.ts';
import { hoist, pole } from './hoist.ts';
import type { Kit } from './kit.ts';
import { type Pen, pen } from './pen.ts';

interface Colors {
  readonly ground: Theme['ground']['header'];
  readonly pole: Theme['ground']['header']['fill'];
}

/** A flag by itself with a swallow-tail, which ends where its box does. `paint` writes on its cloth, so wide and so high. */
export function swallowTail<View>(
  kit: Kit,
  box: Box,
  colors: Colors,
  paint: (on: Pen, view: View, width: number, height: number) => void,
): Drawing<View> {
  const { height } = box;
  const width = box.width - leanOf(kit, height);
  const back = cloth(kit, { width, height, color: colors.ground.fill, edge: 'tail' });
  const mast = pole(kit.theme.size.lookPole, height, colors.pole);
  const words = bitmap(kit, width, height);
  const move = hoist(kit);
  const parts = [{ pole: mast, cloth: back }];
  back.hang(words.upTo);
  return {
    node: new Container({ x: box.x, y: box.y, children: [back.node, mast.node, words.node] }),
    box,
    update(view) {
      words.show(JSON.stringify(view), (context) => paint(pen(kit, context, colors.ground), view, width, height));
    },
    playIn: () => move.raise(parts),
    playOut: () => move.strike(parts),
  };
}
