import { Container } from 'pixi.js';
import { zoneOf } from '../../src/edition/theme.ts';
import { bitmap } from '../../src/stage/kit/bitmap.ts';
import { cloth, leanOf } from '../../src/stage/kit/cloth.ts';
import { hoist, pole } from '../../src/stage/kit/hoist.ts';
import type { Kit } from '../../src/stage/kit/kit.ts';
import { paintBadge } from '../../src/stage/kit/marks.ts';
import { type Pen, pen } from '../../src/stage/kit/pen.ts';
import type { Lanes } from '../../src/stage/kit/road/lanes.ts';
import type { WordsAbove } from '../../src/stage/kit/road/on-slope.ts';
import { profileShape } from '../../src/stage/kit/road/profile-shape.ts';
import { roadFlags } from '../../src/stage/kit/road/road-flags.ts';
import { heightAt } from '../../src/stage/kit/road/road-shape.ts';
import { inkBelow, typeOf } from '../../src/stage/kit/type.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import { manifest } from './manifest.ts';
import type { CardView, Hero } from './select.ts';

/** Of a card that is words alone, in modules. */
const SMALL = 3;

export const draw: Draw<CardView> = (kit) => {
  const { ground, color, size } = kit.theme;
  const box = zoneOf(kit.theme, manifest.layer);
  // The fly ends where the picture is safe.
  const width = box.width - leanOf(kit, size.module);
  const [top, tall] = [size.module, box.height - size.module];
  const lanes = lanesOf(kit, width, tall);
  const head = cloth(kit, { width, height: top, color: ground.header.fill, edge: 'fly' });
  const body = cloth(kit, { width, height: tall, color: ground.board.fill, edge: 'straight' });
  const masts = [pole(size.pole, top, ground.header.fill), pole(size.pole, tall, color.finish)] as const;
  const title = bitmap(kit, width, top);
  const heroes = bitmap(kit, width, 2 * top);
  const road = profileShape(kit, lanes.right - lanes.left, lanes.ground - lanes.top);
  const flags = roadFlags(kit, lanes, 'slope');
  const slope = new Container({ children: [road.node, flags.node] });
  const lower = new Container({ y: top, children: [body.node, masts[1].node, slope, heroes.node] });
  const node = new Container({ x: box.x, children: [lower, head.node, masts[0].node, title.node] });
  const move = hoist(kit);
  let said: WordsAbove | undefined;
  const parts = [
    { pole: masts[0], cloth: head },
    { pole: masts[1], cloth: body },
  ];
  road.node.position.set(lanes.left, lanes.top);
  head.hang(title.upTo);
  body.hang((x) => {
    heroes.upTo(x);
    road.drawn.x = Math.min(road.length, Math.max(0, x - lanes.left));
    flags.upTo(x);
  });
  return {
    node,
    box,
    update(view) {
      const high = view.isSmall ? (SMALL - 1) * size.module : tall;
      node.y = box.y + tall - high;
      body.span(0, high);
      masts[1].span(0, high);
      slope.visible = !view.isSmall;
      const { category, name, facts } = view;
      title.show(JSON.stringify([category, name, facts]), (context) =>
        paintTitle(pen(kit, context, ground.header), view, width),
      );
      heroes.show(JSON.stringify(view.heroes), (context) => {
        said = paintHeroes(pen(kit, context, ground.board), view.heroes);
      });
      const yAt = (share: number) => lanes.ground - heightAt(view.shape, share) * (lanes.ground - lanes.top);
      road.set(view.key, view.shape);
      road.ridden(view.ridden * road.length);
      flags.set(view.groups, yAt, said, view.key);
    },
    playIn: () => move.raise(parts),
    playOut: () => move.strike(parts),
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

function paintTitle(on: Pen, { category, name, facts }: CardView, width: number): void {
  const { space, size } = on.supplies.theme;
  const y = size.module / 2;
  const badge = category ? paintBadge(on, category, false, space.pad, y) + space.gap : 0;
  const left = space.pad + badge;
  const capitals = name.toLocaleUpperCase(on.supplies.edition.language);
  const nameRoom = width - left - space.pad;
  const shortest = on.widthOf(facts.at(-1) ?? '', 'label', 'regular') + space.wide;
  const title = on.fit([capitals], nameRoom - shortest, 'row');
  const taken = on.words(title.text, { x: left, y, size: 'row', squeeze: title.squeeze });
  const said = on.fit(facts, nameRoom - taken - space.wide, 'label', 'regular');
  const at = { x: width - space.pad, y, size: 'label', beside: 'row', weight: 'regular', align: 'right' } as const;
  on.words(said.text, { ...at, squeeze: said.squeeze });
}

/** One after the other from the left, where the road is low. Returns what they cover. */
function paintHeroes(on: Pen, heroes: readonly Hero[]): WordsAbove {
  const { theme } = on.supplies;
  const { space, size } = theme;
  const y = size.module * 0.75;
  const [small, large] = [typeOf(theme, 'label', 'regular'), typeOf(theme, 'hero', 'heavy')];
  let x = space.pad;
  for (const { label, figure, unit } of heroes) {
    const beside = { y, size: 'label', beside: 'hero', weight: 'regular' } as const;
    x += on.words(label, { x, ...beside, tone: 'soft' }) + space.gap;
    x += on.figures(figure, { x, y, size: 'hero' }) + space.tight;
    x += on.words(unit, { x, ...beside }) + space.wide;
  }
  const below = heroes.flatMap(({ label, figure, unit }) => [
    ...[label, unit].map((text) => inkBelow(small, text)),
    inkBelow(large, figure),
  ]);
  return { from: space.pad, to: x - space.wide, bottom: y + large.middle + Math.max(0, ...below) };
}
