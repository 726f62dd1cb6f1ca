import { Container } from 'pixi.js';
import { bitmap } from '../bitmap.ts';
import { cloth } from '../cloth.ts';
import { pole } from '../hoist.ts';
import type { Kit } from '../kit.ts';
import type { Part } from './uncovered.ts';

export type LitPlate = ReturnType<typeof litPlate>;

/** The plate of a row that is to be looked at, with its words. */
export function litPlate(kit: Kit, width: number) {
  const { ground, size, color } = kit.theme;
  const height = size.module;
  const back = cloth(kit, { width, height, color: ground.highlight.fill, edge: 'fly' });
  const words = bitmap(kit, width, height);
  const mast = pole(size.lookPole, height, color.look);
  const node = new Container({ children: [back.node, mast.node, words.node] });
  back.hang((x) => {
    words.upTo(x);
    node.renderable = x > 0;
  });
  return {
    node,
    cloth: back,
    words,
    pole: mast.node,
    show({ top, height }: Part) {
      back.span(top, height);
      words.span(top, height);
      mast.span(top, height);
    },
  };
}
