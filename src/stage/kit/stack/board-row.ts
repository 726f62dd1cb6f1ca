import { Container, Sprite, Texture } from 'pixi.js';
import type { Color } from '../../../edition/theme.ts';
import { cloth } from '../cloth.ts';
import { type Flag, pole } from '../hoist.ts';
import type { Kit } from '../kit.ts';
import type { Part } from './uncovered.ts';

/** A plate for a row of words: it stands still while rows move over it, or moves with one. */
export interface BoardRow {
  readonly node: Container;
  readonly flag: Flag;
  /** Whose colour its pole has, and whether a line parts it from the row above. */
  set(color: Color, isParted: boolean): void;
  /** Shows this part of it; a line parts it from what covers it above. */
  show(part: Part): void;
}

export function boardRow(kit: Kit, width: number): BoardRow {
  const { ground, color, size, space } = kit.theme;
  const height = size.module;
  const back = cloth(kit, { width, height, color: ground.board.fill, edge: 'straight' });
  const mast = pole(size.pole, height, color.steel);
  const line = new Sprite({ texture: Texture.WHITE, tint: color.rule, x: size.pole });
  const node = new Container({ children: [back.node, line, mast.node] });
  let parted = false;
  let shown: Part = { top: 0, height };
  const drawLine = () => {
    const open = back.open - size.pole;
    const isLine = (parted || shown.top > 0) && shown.height >= space.hair && open > 0;
    line.renderable = isLine;
    line.y = shown.top;
    if (isLine) line.setSize(open, space.hair);
  };
  back.hang(drawLine);
  return {
    node,
    flag: { pole: mast, cloth: back },
    set(tint, isParted) {
      mast.color(tint);
      parted = isParted;
      drawLine();
    },
    show(part) {
      shown = part;
      back.span(part.top, part.height);
      mast.span(part.top, part.height);
      drawLine();
    },
  };
}
