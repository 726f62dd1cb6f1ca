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
import { manifest } from './manifest.ts';
import type { ProfileView } from './select.ts';

export const draw: Draw<ProfileView> = (kit) => {
  const { zone, color, alpha, size } = kit.theme;
  const box = zone[manifest.layer];
  const ground = plate(box.width, box.height, color.plate, alpha.plate);
  const side = panel(kit, box.width / 5, box.height);
  const road = chart(kit, box.width - box.width / 5, box.height);
  road.node.x = box.width / 5;
  const body = new Container({ children: [ground.node, side.node, road.node] });
  const move = motion(kit);
  const rest = { x: 0, y: 0 };
  const away = { y: size.travel };
  return {
    node: new Container({ x: box.x, y: box.y, children: [body] }),
    box,
    update(view, before) {
      side.update(view);
      road.update(view, before);
      if (before && before.key !== view.key) move.appear(road.node);
    },
    playIn() {
      const line = move.timeline();
      move.enter(line, body, rest, away);
      return line;
    },
    playOut() {
      const line = move.timeline();
      move.leave(line, body, rest, away);
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
  title.node.y = category.node.y = space.pad + size.badge / 2;
  facts.node.position.set(left, title.node.y + line);
  toGo.node.position.set(left, height - space.pad - line / 2);
  return {
    node: new Container({ children: [ground.node, bar.node, category.node, title.node, facts.node, toGo.node] }),
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
  const { size, space, color, group: colorOf } = kit.theme;
  const left = space.pad * 2;
  const right = width - space.pad * 2;
  const length = right - left;
  const top = space.pad + size.badge + space.tight;
  const ground = height - space.pad - size.badge - space.tight;
  const nameY = space.pad + size.badge / 2;
  const badgeY = height - space.pad - size.badge / 2;
  const road = profileShape(kit, length, ground - top);
  road.node.position.set(left, top);
  const flag = new Sprite({
    texture: icon(kit, 'flag', color.ink),
    x: right - size.icon / 2,
    y: badgeY - size.icon / 2,
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
  const node = new Container({ children: [road.node, flag, ...nodes, ...standing] });
  return { node, update };

  function update(view: ProfileView, before: ProfileView | null) {
    if (view.key !== before?.key) {
      road.set(view.shape);
      nameSummits(view);
    }
    road.ridden(view.ridden * length);
    const taken = standGroups(view);
    standRest(view, taken);
  }

  function nameSummits({ summits: wanted }: ProfileView) {
    const claims = wanted.map(({ at, category, texts }) => ({
      at: left + at * length,
      widths: texts.map((text) => captionWidth(kit, category, text)),
    }));
    const granted = grant(claims, space.pad, width - space.pad, space.gap);
    for (const [i, { node, set }] of summits.entries()) {
      const place = granted[i];
      node.alpha = place ? 1 : 0;
      if (!place) continue;
      set(wanted[i].category, wanted[i].texts[place.way], color.ink, color.inkDark);
      node.x = Math.round(place.at);
    }
  }

  /** Returns what the badges of the groups cover. */
  function standGroups({ groups, shape }: ProfileView): Span[] {
    const shown = groups.slice(0, MOST.groups);
    const widths = shown.map((group, i) => markers[i].set(group.size, colorOf[group.kind]));
    // From the back of the race to its head, as they stand from left to right.
    const wishes = shown.map((group, i) => ({ at: group.at * length, width: widths[i] })).reverse();
    const places = spread(wishes, -left + space.tight, length + left - space.tight, space.slit).reverse();
    for (const [i, { node, stand }] of markers.entries()) {
      const group = shown[i];
      node.alpha = group ? 1 : 0;
      if (group) stand(group.at * length, (1 - heightAt(shape, group.at)) * (ground - top), places[i]);
    }
    return places.map((at, i) => ({ from: left + at - widths[i] / 2, to: left + at + widths[i] / 2 }));
  }

  /** What the groups leave room for: the sprints, then the kilometres. */
  function standRest(view: ProfileView, taken: readonly Span[]) {
    const spans = [...taken, { from: right - size.icon, to: right + size.icon }];
    const free = (x: number, half: number) => {
      const clear = spans.every((span) => x + half < span.from || x - half > span.to);
      if (clear) spans.push({ from: x - half, to: x + half });
      return clear;
    };
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
