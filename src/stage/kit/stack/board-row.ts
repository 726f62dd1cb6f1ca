import { Container, Sprite, Texture } from 'pixi.js';
import type { Color } from '../../../edition/theme.ts';
import { cloth } from '../cloth.ts';
import { type Flag, pole } from '../hoist.ts';
import type { Kit } from '../kit.ts';

/** A place of the board for a row of words: it stands still while rows move over it. */
export interface BoardRow {
  readonly node: Container;
  readonly flag: Flag;
  /** Where it stands, whose colour its pole has, and whether a line parts it from the row above. */
  set(y: number, color: Color, isParted: boolean): void;
  /** Shows what is above `bottom` and under none of these rows, whose tops are given: they have plates of their own. */
  cut(bottom: number, lit: readonly number[]): void;
}

export function boardRow(kit: Kit, width: number): BoardRow {
  const { ground, color, size, space } = kit.theme;
  const height = size.module;
  const back = cloth(kit, { width, height, color: ground.board.fill, edge: 'straight' });
  const mast = pole(size.pole, height, color.steel);
  const line = new Sprite({ texture: Texture.WHITE, tint: color.rule, x: size.pole });
  line.setSize(width - size.pole, space.hair);
  const node = new Container({ children: [back.node, line, mast.node] });
  let parted = false;
  let whole = true;
  const drawLine = () => {
    const open = back.open - size.pole;
    line.renderable = parted && whole && open > 0;
    if (open > 0) line.setSize(open, space.hair);
  };
  back.hang(drawLine);
  return {
    node,
    flag: { pole: mast, cloth: back },
    set(y, tint, isParted) {
      node.y = y;
      mast.color(tint);
      parted = isParted;
      drawLine();
    },
    cut(bottom, lit) {
      let [top, end] = [node.y, Math.min(node.y + height, bottom)];
      for (const at of lit) {
        if (at <= top && at + height > top) top = at + height;
        else if (at > top && at < end) end = at;
      }
      const tall = Math.max(0, Math.round(end - top));
      back.span(Math.round(top - node.y), tall);
      whole = top === node.y && tall > 0;
      mast.span(Math.round(top - node.y), tall);
      drawLine();
    },
  };
}
