import { Container } from 'pixi.js';
import { bitmap } from '../../src/stage/kit/bitmap.ts';
import { card } from '../../src/stage/kit/card/card.ts';
import { paintHeroes } from '../../src/stage/kit/card/heroes.ts';
import type { Kit } from '../../src/stage/kit/kit.ts';
import { pen } from '../../src/stage/kit/pen.ts';
import type { Lanes } from '../../src/stage/kit/road/lanes.ts';
import type { WordsAbove } from '../../src/stage/kit/road/on-slope.ts';
import { profileShape } from '../../src/stage/kit/road/profile-shape.ts';
import { roadFlags } from '../../src/stage/kit/road/road-flags.ts';
import { heightAt } from '../../src/stage/kit/road/road-shape.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import type { CardView } from './select.ts';

/** Of a card that is words alone, in modules. */
const SMALL = 3;

export const draw: Draw<CardView> = (kit) => {
  const { ground, color, size } = kit.theme;
  const { node, box, width, height, board, title, stand, hang, ...ways } = card(kit);
  const lanes = lanesOf(kit, width, height);
  const heroes = bitmap(kit, width, 2 * size.module);
  const road = profileShape(kit, lanes.right - lanes.left, lanes.ground - lanes.top);
  const flags = roadFlags(kit, lanes, 'slope');
  const slope = new Container({ children: [road.node, flags.node] });
  let said: WordsAbove | undefined;
  road.node.position.set(lanes.left, lanes.top);
  board.addChild(slope, heroes.node);
  hang((x) => {
    heroes.upTo(x);
    road.drawn.x = Math.min(road.length, Math.max(0, x - lanes.left));
    flags.upTo(x);
  });
  return {
    node,
    box,
    ...ways,
    update(view) {
      stand(view.isSmall ? (SMALL - 1) * size.module : height, color.finish);
      slope.visible = !view.isSmall;
      const { category, name, facts } = view;
      title({ category, name, facts });
      heroes.show(JSON.stringify(view.heroes), (context) => {
        said = paintHeroes(pen(kit, context, ground.board), view.heroes);
      });
      const yAt = (share: number) => lanes.ground - heightAt(view.shape, share) * (lanes.ground - lanes.top);
      road.set(view.key, view.shape);
      road.ridden(view.ridden * road.length);
      flags.set(view.groups, yAt, said, view.key);
    },
  };
};

function lanesOf({ theme: { size, space } }: Kit, width: number, height: number): Lanes {
  const ground = height - space.pad;
  return {
    width,
    left: space.pad,
    right: width - space.pad,
    // Below the figures, and high enough to print in.
    top: 2 * size.module + space.gap,
    ground,
    nameY: 0,
    axisY: ground,
  };
}
