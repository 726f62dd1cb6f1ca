import { Container } from 'pixi.js';
import { zoneOf } from '../../../edition/theme.ts';
import type { Draw } from '../../overlay.ts';
import { leanOf } from '../cloth.ts';
import { hoist } from '../hoist.ts';
import { board } from './board.ts';
import { header } from './header.ts';
import { rowsOfWords } from './rows.ts';
import type { StackView } from './stack-view.ts';

/**
 * A header, and rows of groups or riders, at the upper left. Whoever draws with it and is taken in place of another goes
 * on in the same nodes: from gaps to riders is an unfolding, never two graphics.
 */
export const stack: Draw<StackView> = (kit) => {
  const zone = zoneOf(kit.theme, 'stack');
  const head = header(kit, zone.width);
  const ground = board(kit, zone.width);
  const rows = rowsOfWords(kit, zone.width, ground);
  const move = hoist(kit);
  return {
    node: new Container({ x: zone.x, y: zone.y, children: [ground.node, rows.node, head.node] }),
    box: { ...zone, width: zone.width + leanOf(kit, kit.theme.size.module) },
    update(view, before) {
      head.set(view.header);
      rows.update(view.rows, before === null);
    },
    playIn: () => move.raise([head.flag, ...ground.flags()]),
    playOut: () => move.strike([head.flag, ...ground.flags()]),
  };
};
