import { Container, Sprite } from 'pixi.js';
import { badge } from '../../src/stage/kit/badge.ts';
import { chips } from '../../src/stage/kit/chip.ts';
import { figures } from '../../src/stage/kit/figures.ts';
import { icon } from '../../src/stage/kit/icon.ts';
import type { Kit } from '../../src/stage/kit/kit.ts';
import { label } from '../../src/stage/kit/label.ts';
import { list, type Row } from '../../src/stage/kit/list.ts';
import { motion, type Part } from '../../src/stage/kit/motion.ts';
import { plate } from '../../src/stage/kit/plate.ts';
import { toGoLine } from '../../src/stage/kit/to-go-line.ts';
import { dropBeside } from '../../src/stage/kit/type.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import { manifest } from './manifest.ts';
import type { TickerGroup, TickerView } from './select.ts';

export const draw: Draw<TickerView> = (kit) => {
  const { zone, space } = kit.theme;
  const box = zone[manifest.layer];
  const most = manifest.params.groups.max;
  const more = moreCell(kit, box.height);
  /** Cells of one width, wider where they are few: names are then written out. */
  const pitchOf = (count: number) => Math.floor((box.width - more.width) / Math.max(count, FEW));
  const cells = list(kit, most, () => cell(kit, pitchOf(FEW) - space.slit, box.height), 'x');
  const move = motion(kit);
  const parts = () => [...cells.shown(), more];
  return {
    node: new Container({ x: box.x, y: box.y, children: [cells.node, more.place] }),
    box,
    update(view, before) {
      const pitch = pitchOf(view.groups.length);
      const width = pitch - space.slit;
      cells.update(
        view.groups.map((group) => ({ ...group, width })),
        pitch,
        before === null,
      );
      more.update(view.more, pitch * view.groups.length, before !== null);
    },
    playIn() {
      const line = move.timeline();
      for (const [i, { part }] of parts().entries()) move.enter(line, part, move.stagger(i));
      return line;
    },
    playOut() {
      const line = move.timeline();
      for (const [i, { part }] of parts().reverse().entries()) move.leave(line, part, move.stagger(i / 2));
      return line;
    },
  };
};

/** Up to so many groups have wide cells. */
const FEW = 4;

interface DrawnGroup extends TickerGroup {
  readonly width: number;
}

function cell(kit: Kit, widest: number, height: number): Row<DrawnGroup> & { readonly part: Part } {
  const { size, space, color, alpha, group: colorOf } = kit.theme;
  const ground = plate(widest, height, color.plate, alpha.plate);
  const bar = plate(widest, size.bar, color.accent);
  bar.node.y = height - size.bar;
  const count = badge(kit, 'round');
  const name = label(kit, { width: widest, size: 'label', weight: 'bold', color: 'ink' });
  const worn = chips(kit);
  const gap = figures(kit, { size: 'primary', weight: 'bold', color: 'ink', cells: 10, align: 'left' });
  const trend = figures(kit, { size: 'label', weight: 'bold', color: 'ink', cells: 10, align: 'right' });
  const arrow = new Sprite({ texture: icon(kit, 'up', color.gain) });
  const toGo = toGoLine(kit, widest - 2 * space.pad, 'primary');

  const upper = space.gap + size.badge / 2;
  const lower = height - space.gap - size.badge / 2;
  const beside = lower + dropBeside(kit.theme, 'label', 'primary');
  count.node.y = name.node.y = worn.node.y = upper;
  gap.node.position.set(space.pad, lower);
  toGo.node.position.set(space.pad, lower);
  trend.node.y = beside;
  arrow.y = beside - size.icon / 2;
  const words = [count.node, name.node, worn.node, gap.node, trend.node, arrow, toGo.node];
  const content = new Container({ children: words });
  const move = motion(kit);
  return {
    node: new Container({ children: [ground.node, bar.node, content] }),
    part: { plates: [ground, bar], content, from: { y: size.rise } },
    update(group, before) {
      const right = group.width - space.pad;
      ground.color(group.onCamera ? color.plateRaised : color.plate);
      bar.node.alpha = group.onCamera ? 1 : 0;
      for (const { node, rest } of [ground, bar]) {
        if (before && group.width !== before.width) move.moveTo(node.scale, { x: group.width });
        else if (!before) node.scale.x = group.width;
        rest.width = group.width;
      }
      const countWidth = count.set(group.size, colorOf[group.kind], color.inkDark);
      count.node.x = space.pad + countWidth / 2;
      name.node.x = space.pad + countWidth + space.gap;
      const wornWidth = worn.set(group.jerseys, group.width / 3);
      worn.node.x = right - wornWidth;
      name.set(group.names, { width: right - name.node.x - (wornWidth ? wornWidth + space.gap : 0) });
      gap.set(group.gap);
      toGo.set(group.toGo ?? { figure: '', words: [] }, right - space.pad);
      const tone = group.trend?.way === 'closing' ? 'gain' : 'loss';
      const free = right - space.pad - gap.widthOf(group.gap) - space.gap;
      const text =
        group.trend && size.icon + space.tight + trend.widthOf(group.trend.text) <= free ? group.trend.text : '';
      trend.set(text, tone);
      trend.node.x = right;
      arrow.alpha = group.trend && size.icon <= free ? 1 : 0;
      arrow.texture = icon(kit, tone === 'gain' ? 'down' : 'up', color[tone]);
      arrow.x = right - size.icon - (text ? trend.widthOf(text) + space.tight : 0);
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
  const content = new Container({ children: [text.node] });
  const place = new Container({ children: [ground.node, content], alpha: 0 });
  const move = motion(kit);
  let shown = false;
  return {
    part: { plates: [ground], content, from: { y: size.rise } },
    place,
    width,
    update(texts: readonly string[], x: number, moving: boolean) {
      text.set(texts);
      const was = shown;
      shown = texts.length > 0;
      if (!moving) move.still(place, { x, alpha: shown ? 1 : 0 });
      else if (shown && was) move.moveTo(place, { x });
      else if (shown !== was) {
        if (shown) move.still(place, { x });
        if (shown) move.appear(place);
        else move.vanish(place);
      }
    },
  };
}
