import { Container, Sprite } from 'pixi.js';
import { grant, type Span, spread } from '../../src/stage/kit/along.ts';
import { badge } from '../../src/stage/kit/badge.ts';
import { caption, captionWidth } from '../../src/stage/kit/caption.ts';
import { icon } from '../../src/stage/kit/icon.ts';
import type { Kit } from '../../src/stage/kit/kit.ts';
import { label } from '../../src/stage/kit/label.ts';
import { marker } from '../../src/stage/kit/marker.ts';
import { motion } from '../../src/stage/kit/motion.ts';
import { plate } from '../../src/stage/kit/plate.ts';
import { profileShape } from '../../src/stage/kit/profile-shape.ts';
import { heightAt } from '../../src/stage/kit/road-shape.ts';
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

/** How many of each are built; a road has seldom more to show. */
const MOST = { groups: 8, summits: 12, sprints: 4, ticks: 12 };

function chart(kit: Kit, width: number, height: number) {
  const { size, space, color, alpha, group: colorOf } = kit.theme;
  const left = space.pad * 2;
  const right = width - space.pad * 2;
  const length = right - left;
  const top = space.gap + size.badge + space.tight;
  const ground = height - space.gap - size.badge - space.tight;
  const nameY = space.gap + size.badge / 2;
  const badgeY = height - space.gap - size.badge / 2;
  const road = profileShape(kit, length, ground - top);
  road.node.position.set(left, top);
  const flag = new Sprite({
    texture: icon(kit, 'flag', color.ink, size.flag),
    x: right - size.flag,
    y: badgeY - size.flag / 2,
  });
  const make = <T>(count: number, build: () => T) => Array.from({ length: count }, build);
  const markers = make(MOST.groups, () => marker(kit, ground - top, badgeY - top));
  const summits = make(MOST.summits, () => caption(kit, length / 2));
  const ticks = make(MOST.ticks, () =>
    label(kit, { width: size.header, size: 'label', weight: 'medium', color: 'inkSoft', align: 'center' }),
  );
  const sprints = make(MOST.sprints, () => badge(kit, 'square'));
  for (const { node } of markers) node.position.set(left, top);
  for (const { node } of summits) node.y = nameY;
  for (const { node } of [...ticks, ...sprints]) node.y = badgeY;
  const nodes = [...ticks, ...sprints, ...summits].map(({ node }) => node);
  const standing = [...markers].reverse().map(({ node }) => node);
  const scene = new Container({ children: [road.node, flag, ...nodes, ...standing] });
  const content = new Container({ children: [scene] });
  const back = plate(width, height, color.plate, alpha.plate);
  return {
    node: new Container({ children: [back.node, content] }),
    scene,
    road,
    part: { plates: [back], content, from: {} },
    update,
  };

  function update(view: ProfileView, before: ProfileView | null) {
    if (!sameView(view.shape, before?.shape)) road.set(view.shape);
    nameSummits(view);
    road.ridden(view.ridden * length);
    const taken = standGroups(view);
    standRest(view, taken);
  }

  function nameSummits({ summits: wanted, shape }: ProfileView) {
    const claims = wanted.map(({ at, category, texts }) => ({
      at: left + at * length,
      widths: texts.map((text) => captionWidth(kit, category, text)),
    }));
    const granted = grant(claims, { from: space.gap, to: width - space.gap }, space.pad);
    for (const [i, { node, set, point }] of summits.entries()) {
      const place = granted[i];
      node.alpha = !place ? 0 : wanted[i].passed ? alpha.muted : 1;
      if (!place) continue;
      const { at, category, texts } = wanted[i];
      node.x = Math.round(place.at);
      set(category, texts[place.way], color.ink, color.inkDark);
      point(Math.round(left + at * length) - node.x, top + (1 - heightAt(shape, at)) * (ground - top) - nameY);
    }
  }

  /** Returns what the badges of the groups cover. */
  function standGroups({ groups, shape }: ProfileView): Span[] {
    const shown = groups.slice(0, MOST.groups);
    const widths = shown.map((group, i) => markers[i].set(group.size, colorOf[group.kind]));
    // From the back of the race to its head, as they stand from left to right.
    const wishes = shown.map((group, i) => ({ at: group.at * length, width: widths[i] })).reverse();
    const places = spread(wishes, { from: space.tight - left, to: length + left - space.tight }, space.slit).reverse();
    for (const [i, { node, stand }] of markers.entries()) {
      const group = shown[i];
      node.alpha = group ? 1 : 0;
      if (group) stand(group.at * length, (1 - heightAt(shape, group.at)) * (ground - top), places[i]);
    }
    return places.map((at, i) => ({ from: left + at - widths[i] / 2, to: left + at + widths[i] / 2 }));
  }

  /** What the groups leave room for: the finish, the sprints, then the kilometres. */
  function standRest(view: ProfileView, taken: readonly Span[]) {
    const spans = [...taken];
    const free = (x: number, half: number) => {
      const clear = spans.every((span) => x + half < span.from || x - half > span.to);
      if (clear) spans.push({ from: x - half, to: x + half });
      return clear;
    };
    flag.alpha = view.category === null && free(right - size.flag / 2, size.flag / 2) ? 1 : 0;
    for (const [i, { node, set }] of sprints.entries()) {
      const at = view.sprints[i];
      if (at === undefined) node.alpha = 0;
      else {
        set('S', kit.theme.jersey.points.color, kit.theme.jersey.points.ink);
        node.x = left + at * length;
        node.alpha = free(node.x, size.badge / 2) ? 1 : 0;
      }
    }
    for (const [i, tick] of ticks.entries()) {
      const mark = view.ticks[i];
      if (mark) tick.set(mark.text);
      const x = left + (mark?.at ?? 0) * length;
      tick.node.x = Math.round(x - size.header / 2);
      tick.node.alpha = mark && free(x, size.header / 2) ? 1 : 0;
    }
  }
}
