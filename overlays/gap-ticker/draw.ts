import { Container, Sprite } from 'pixi.js';
import { badge } from '../../src/stage/kit/badge.ts';
import { chips } from '../../src/stage/kit/chip.ts';
import { figures } from '../../src/stage/kit/figures.ts';
import { icon } from '../../src/stage/kit/icon.ts';
import type { Kit } from '../../src/stage/kit/kit.ts';
import { label } from '../../src/stage/kit/label.ts';
import { motion } from '../../src/stage/kit/motion.ts';
import { plate } from '../../src/stage/kit/plate.ts';
import { toGoLine } from '../../src/stage/kit/to-go-line.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import { manifest } from './manifest.ts';
import type { TickerGroup, TickerView } from './select.ts';

export const draw: Draw<TickerView> = (kit) => {
  const { zone, size, space } = kit.theme;
  const box = zone[manifest.layer];
  const most = manifest.params.groups.max;
  const more = moreCell(kit, box.height);
  const width = Math.floor((box.width - more.width) / most) - space.slit;
  const cells = Array.from({ length: most }, () => cell(kit, width, box.height));
  const parts = [...cells, more];
  for (const [i, { node }] of parts.entries()) node.x = i * (width + space.slit);
  const node = new Container({ x: box.x, y: box.y, children: parts.map((part) => part.node) });
  const move = motion(kit);
  const rest = { x: 0, y: 0 };
  const away = { y: -size.travel };
  return {
    node,
    box,
    update(view, before) {
      for (const [i, part] of cells.entries()) {
        const group = view.groups[i] ?? null;
        if (group) part.update(group);
        appear(part, group !== null, before !== null);
      }
      more.node.x = view.groups.length * (width + space.slit);
      more.update(view.more);
      appear(more, view.more.length > 0, before !== null);
    },
    playIn() {
      const line = move.timeline();
      for (const [i, part] of parts.entries()) move.enter(line, part.body, rest, away, move.stagger(i));
      return line;
    },
    playOut() {
      const line = move.timeline();
      for (const [i, part] of parts.entries()) move.leave(line, part.body, rest, away, move.stagger((most - i) / 2));
      return line;
    },
  };

  function appear(part: Part, shown: boolean, moving: boolean) {
    if (part.shown === shown) return;
    part.shown = shown;
    if (!moving) part.node.alpha = shown ? 1 : 0;
    else if (shown) move.appear(part.node);
    else move.vanish(part.node);
  }
};

/** `node` comes and goes with its group, `body` with the whole graphic. */
interface Part {
  readonly node: Container;
  readonly body: Container;
  shown: boolean;
}

function cell(kit: Kit, width: number, height: number) {
  const { size, space, color, alpha, group: colorOf } = kit.theme;
  const ground = plate(width, height, color.plate, alpha.plate);
  const bar = plate(width, size.bar, color.accent);
  bar.node.y = height - size.bar;
  const count = badge(kit, 'round');
  const name = label(kit, { width, size: 'label', weight: 'bold', color: 'ink' });
  const worn = chips(kit);
  const gap = figures(kit, { size: 'primary', weight: 'bold', color: 'ink', cells: 10, align: 'left' });
  const trend = figures(kit, { size: 'label', weight: 'bold', color: 'ink', cells: 10, align: 'right' });
  const arrow = new Sprite({ texture: icon(kit, 'up', color.gain) });
  const toGo = toGoLine(kit, width - 2 * space.pad, 'primary');

  const right = width - space.pad;
  const upper = space.gap + size.badge / 2;
  const lower = height - space.pad - (size.badge - space.gap) / 2;
  count.node.y = name.node.y = worn.node.y = upper;
  gap.node.position.set(space.pad, lower);
  toGo.node.position.set(space.pad, lower);
  trend.node.position.set(right, lower);
  const parts = [ground.node, bar.node, count.node, name.node, worn.node, gap.node, trend.node, arrow, toGo.node];
  const body = new Container({ children: parts });
  return {
    node: new Container({ children: [body], alpha: 0 }),
    body,
    shown: false,
    update(group: TickerGroup) {
      ground.color(group.onCamera ? color.plateRaised : color.plate);
      bar.node.alpha = group.onCamera ? 1 : 0;
      const countWidth = count.set(group.size, colorOf[group.kind], color.inkDark);
      count.node.x = space.pad + countWidth / 2;
      name.node.x = space.pad + countWidth + space.gap;
      const wornWidth = worn.set(group.jerseys, width / 3);
      worn.node.x = right - wornWidth;
      name.set(group.names, { width: right - name.node.x - (wornWidth ? wornWidth + space.tight : 0) });
      gap.set(group.gap);
      toGo.set(group.toGo ?? { figure: '', words: '' });
      const tone = group.trend?.way === 'closing' ? 'gain' : 'loss';
      trend.set(group.trend?.text ?? '', tone);
      arrow.alpha = group.trend ? 1 : 0;
      arrow.texture = icon(kit, group.trend?.way === 'closing' ? 'down' : 'up', color[tone]);
      arrow.position.set(
        right - trend.widthOf(group.trend?.text ?? '') - space.tight - size.icon,
        lower - size.icon / 2,
      );
    },
  };
}

/** How many groups there are behind those that are shown. */
function moreCell(kit: Kit, height: number) {
  const { size, color, alpha } = kit.theme;
  const width = size.header;
  const ground = plate(width, height, color.plate, alpha.plate);
  const text = label(kit, { width, size: 'label', weight: 'bold', color: 'inkSoft', align: 'center' });
  text.node.y = height / 2;
  const body = new Container({ children: [ground.node, text.node] });
  return {
    node: new Container({ children: [body], alpha: 0 }),
    body,
    shown: false,
    width,
    update: (texts: readonly string[]) => text.set(texts),
  };
}
