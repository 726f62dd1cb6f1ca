/// <reference types="gsap" />
import { Container } from 'pixi.js';
import { type Box, type Color, zoneOf } from '../../../edition/theme.ts';
import { type Bitmap, bitmap } from '../bitmap.ts';
import { cloth, leanOf } from '../cloth.ts';
import { hoist, pole } from '../hoist.ts';
import type { Kit } from '../kit.ts';
import { pen } from '../pen.ts';
import { type CardTitle, paintTitle } from './card-title.ts';

/** A header on a flag of its own, and a board below it that ends where the zone does: a lower one begins lower. */
export interface Card {
  readonly node: Container;
  readonly box: Box;
  /** Of the board, at most. */
  readonly width: number;
  readonly height: number;
  /** What lies on the board. */
  readonly board: Container;
  title(title: CardTitle): void;
  /** So high is the board, and this is the colour of its pole. */
  stand(height: number, color: Color): void;
  /** Tells what lies on the board how far it is open. */
  hang(upTo: (x: number) => void): void;
  playIn(): gsap.core.Timeline;
  playOut(): gsap.core.Timeline;
}

export function card(kit: Kit): Card {
  const { ground, color, size } = kit.theme;
  const box = zoneOf(kit.theme, 'card');
  // The fly ends where the picture is safe.
  const width = box.width - leanOf(kit, size.module);
  const [top, tall] = [size.module, box.height - size.module];
  const head = cloth(kit, { width, height: top, color: ground.header.fill, edge: 'fly' });
  const body = cloth(kit, { width, height: tall, color: ground.board.fill, edge: 'straight' });
  const masts = [pole(size.pole, top, ground.header.fill), pole(size.pole, tall, color.finish)] as const;
  const title: Bitmap = bitmap(kit, width, top);
  const board = new Container();
  const lower = new Container({ y: top, children: [body.node, masts[1].node, board] });
  const node = new Container({ x: box.x, children: [lower, head.node, masts[0].node, title.node] });
  const move = hoist(kit);
  const parts = [
    { pole: masts[0], cloth: head },
    { pole: masts[1], cloth: body },
  ];
  head.hang(title.upTo);
  return {
    node,
    box,
    width,
    height: tall,
    board,
    title(words) {
      title.show(JSON.stringify(words), (context) => paintTitle(pen(kit, context, ground.header), words, width));
    },
    stand(height, mast) {
      node.y = box.y + tall - height;
      body.span(0, height);
      masts[1].span(0, height);
      masts[1].color(mast);
    },
    hang: body.hang,
    playIn: () => move.raise(parts),
    playOut: () => move.strike(parts),
  };
}
