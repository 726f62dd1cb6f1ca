import { Container } from 'pixi.js';
import { badge } from '../../src/stage/kit/badge.ts';
import type { Kit } from '../../src/stage/kit/kit.ts';
import { label } from '../../src/stage/kit/label.ts';
import { motion } from '../../src/stage/kit/motion.ts';
import { plate } from '../../src/stage/kit/plate.ts';
import { axis } from '../../src/stage/kit/road/axis.ts';
import { groupMarks } from '../../src/stage/kit/road/group-markers.ts';
import { lanesOf } from '../../src/stage/kit/road/lanes.ts';
import { profileShape } from '../../src/stage/kit/road/profile-shape.ts';
import { heightAt } from '../../src/stage/kit/road/road-shape.ts';
import { summits } from '../../src/stage/kit/road/summits.ts';
import { toGoLine } from '../../src/stage/kit/to-go-line.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import { sameView } from '../../src/stage/same-view.ts';
import { manifest } from './manifest.ts';
import type { ProfileView } from './select.ts';

export const draw: Draw<ProfileView> = (kit) => {
  const box = kit.theme.zone[manifest.layer];
  const sideWidth = Math.round(box.width / 5);
  const side = panel(kit, sideWidth, box.height);
  const road = chart(kit, box.width - sideWidth, box.height);
  road.node.x = sideWidth;
  const move = motion(kit);
  return {
    node: new Container({ x: box.x, y: box.y, children: [side.node, road.node] }),
    box,
    update(view, before) {
      side.update(view);
      road.update(view, before);
      if (before && before.key !== view.key) move.appear(road.scene);
    },
    playIn() {
      const line = move.timeline();
      move.enter(line, side.part, 0);
      move.enter(line, road.part, move.stagger(2));
      move.draw(line, road.road.drawn, road.road.length, move.stagger(6));
      return line;
    },
    playOut() {
      const line = move.timeline();
      move.leave(line, road.part, 0);
      move.leave(line, side.part, move.stagger(2));
      return line;
    },
  };
};

/** What road it is, and how much of it is left. */
function panel(kit: Kit, width: number, height: number) {
  const { size, space, color, alpha } = kit.theme;
  const ground = plate(width, height, color.plateRaised, alpha.plate);
  const bar = plate(size.bar, height, color.accent);
  const left = size.bar + space.pad;
  const room = width - left - space.pad;
  const category = badge(kit, 'square');
  const title = label(kit, { width: room, size: 'label', weight: 'bold', color: 'ink' });
  const facts = label(kit, { width: room, size: 'label', weight: 'medium', color: 'inkSoft' });
  const toGo = toGoLine(kit, room, 'hero');
  const line = size.row;
  title.node.y = category.node.y = space.gap + size.badge / 2;
  facts.node.position.set(left, title.node.y + line);
  toGo.node.position.set(left, height - space.gap - line / 2);
  const content = new Container({ children: [category.node, title.node, facts.node, toGo.node] });
  return {
    node: new Container({ children: [ground.node, bar.node, content] }),
    part: { plates: [ground], bars: [bar], content, from: { x: size.travel } },
    update(view: ProfileView) {
      const mark = view.category ? category.set(view.category, color.ink, color.inkDark) : 0;
      category.node.alpha = view.category ? 1 : 0;
      category.node.x = left + mark / 2;
      title.node.x = left + (mark ? mark + space.gap : 0);
      title.set(view.title, { width: room - (mark ? mark + space.gap : 0) });
      facts.set(view.facts);
      toGo.set(view.toGo);
    },
  };
}

/** The road, and everything that stands on it. */
function chart(kit: Kit, width: number, height: number) {
  const { color, alpha } = kit.theme;
  const lanes = lanesOf(kit, width, height);
  const length = lanes.right - lanes.left;
  const back = plate(width, height, color.plate, alpha.plate);
  const road = profileShape(kit, length, lanes.ground - lanes.top);
  const names = summits(kit, lanes);
  const figures = axis(kit, lanes);
  const groups = groupMarks(kit, lanes);
  road.node.position.set(lanes.left, lanes.top);
  const scene = new Container({ children: [road.node, figures.node, names.node, groups.node] });
  const content = new Container({ children: [scene] });
  return {
    node: new Container({ children: [back.node, content] }),
    scene,
    road,
    part: { plates: [back], content, from: {} },
    update(view: ProfileView, before: ProfileView | null) {
      const yAt = (share: number) => lanes.ground - heightAt(view.shape, share) * (lanes.ground - lanes.top);
      if (!sameView(view.shape, before?.shape)) road.set(view.shape);
      road.ridden(view.ridden * length);
      names.set(view.summits, yAt);
      figures.set({ ...view, finish: view.category === null }, groups.set(view.groups, yAt));
    },
  };
}
