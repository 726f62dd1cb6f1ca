import { Container } from 'pixi.js';
import { zoneOf } from '../../src/edition/theme.ts';
import { cloth } from '../../src/stage/kit/cloth.ts';
import { hoist, pole } from '../../src/stage/kit/hoist.ts';
import type { Kit } from '../../src/stage/kit/kit.ts';
import type { Lanes } from '../../src/stage/kit/road/lanes.ts';
import { profileShape } from '../../src/stage/kit/road/profile-shape.ts';
import { roadFlags } from '../../src/stage/kit/road/road-flags.ts';
import { heightAt } from '../../src/stage/kit/road/road-shape.ts';
import { roadWriting } from '../../src/stage/kit/road/road-words.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import { manifest } from './manifest.ts';
import type { ProfileView } from './select.ts';

export const draw: Draw<ProfileView> = (kit) => {
  const { ground, color, size } = kit.theme;
  const box = zoneOf(kit.theme, manifest.layer);
  const { width, height } = box;
  const lanes = lanesOf(kit, width, height);
  const back = cloth(kit, { width, height, color: ground.board.fill, edge: 'straight' });
  const mast = pole(size.pole, height, color.finish);
  const road = profileShape(kit, lanes.right - lanes.left, lanes.ground - lanes.top);
  const writing = roadWriting(kit, lanes, height);
  const flags = roadFlags(kit, lanes, 'lane');
  const move = hoist(kit);
  road.node.position.set(lanes.left, lanes.top);
  back.hang((x) => {
    road.drawn.x = Math.min(road.length, Math.max(0, x - lanes.left));
    writing.words.upTo(x);
    flags.upTo(x);
  });
  const children = [back.node, mast.node, road.node, writing.node, flags.node];
  return {
    node: new Container({ x: box.x, y: box.y, children }),
    box,
    update(view) {
      const yAt = (share: number) => lanes.ground - heightAt(view.shape, share) * (lanes.ground - lanes.top);
      road.set(view.key, view.shape);
      road.ridden(view.ridden * road.length);
      writing.set(view, yAt, flags.set(view.groups, yAt));
    },
    playIn: () => move.raise([{ pole: mast, cloth: back }]),
    playOut: () => move.strike([{ pole: mast, cloth: back }]),
  };
};

function lanesOf({ theme: { size, space } }: Kit, width: number, height: number): Lanes {
  const lane = space.gap + size.pennon + space.tight;
  return {
    width,
    left: space.pad + space.gap,
    right: width - 2 * space.wide + space.gap,
    top: lane + space.gap,
    ground: height - lane,
    nameY: space.gap + size.pennon / 2,
    axisY: height - space.tight - size.pennon / 2,
  };
}
