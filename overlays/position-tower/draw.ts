import { Container, Sprite } from 'pixi.js';
import { seenOn } from '../../src/edition/color.ts';
import { chips } from '../../src/stage/kit/chip.ts';
import { figures } from '../../src/stage/kit/figures.ts';
import { icon } from '../../src/stage/kit/icon.ts';
import type { Kit } from '../../src/stage/kit/kit.ts';
import { label } from '../../src/stage/kit/label.ts';
import { list, type Row } from '../../src/stage/kit/list.ts';
import { motion, type Part } from '../../src/stage/kit/motion.ts';
import { plate } from '../../src/stage/kit/plate.ts';
import { movers } from '../../src/stage/kit/road/movers.ts';
import { toGoLine } from '../../src/stage/kit/to-go-line.ts';
import { dropBeside } from '../../src/stage/kit/type.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import { manifest } from './manifest.ts';
import type { TowerRow, TowerView } from './select.ts';

export const draw: Draw<TowerView> = (kit) => {
  const { theme } = kit;
  const { size, space } = theme;
  const box = theme.zone[manifest.layer];
  const head = header(kit, box.width);
  const rows = list(kit, manifest.params.rows.max, () => towerRow(kit, box.width));
  rows.node.y = size.header + space.slit;
  const node = new Container({ x: box.x, y: box.y, children: [rows.node, head.node] });
  const move = motion(kit);
  return {
    node,
    box,
    update(view, before) {
      head.update(view);
      const keys = view.rows.map(({ key }) => key);
      const moved = movers(before?.rows.map(({ key }) => key) ?? [], keys);
      rows.update(
        view.rows.map((row) => ({ ...row, moved: moved.get(row.key) ?? null })),
        size.row,
        before === null,
      );
    },
    playIn() {
      const line = move.timeline();
      for (const [i, { part }] of [head, ...rows.shown()].entries()) move.enter(line, part, move.stagger(i));
      return line;
    },
    playOut() {
      const line = move.timeline();
      // From the last row up, four times as fast as they came.
      const parts = [head, ...rows.shown()].reverse();
      for (const [i, { part }] of parts.entries()) move.leave(line, part, move.stagger(i / 4));
      return line;
    },
  };
};

interface DrawnRow extends TowerRow {
  readonly moved: 'gain' | 'loss' | null;
}

function header(kit: Kit, width: number) {
  const { size, space, color, alpha } = kit.theme;
  const ground = plate(width, size.header, color.plateRaised, alpha.plate);
  const bar = plate(size.bar, size.header, color.accent);
  const third = Math.round(width / 3);
  const times = label(kit, { width: third, size: 'label', weight: 'medium', color: 'inkSoft', align: 'right' });
  const toGo = toGoLine(kit, width - third - 3 * space.pad, 'primary');
  toGo.node.position.set(space.pad + size.bar, size.header / 2);
  times.node.position.set(width - space.pad - third, size.header / 2 + dropBeside(kit.theme, 'label', 'primary'));
  const content = new Container({ children: [toGo.node, times.node] });
  return {
    node: new Container({ children: [ground.node, bar.node, content] }),
    part: { plates: [ground], bars: [bar], content, from: { x: size.travel } },
    update(view: TowerView) {
      toGo.set(view.toGo);
      times.set(view.times);
    },
  };
}

/** Place, stripe of the team, bib, name, jerseys, team, time: each column as wide as its widest text. */
function towerRow(kit: Kit, width: number): Row<DrawnRow> & { readonly part: Part } {
  const { size, space, color, alpha } = kit.theme;
  const soft = { size: 'label', weight: 'medium', color: 'inkSoft', align: 'right' } as const;
  const place = figures(kit, { ...soft, weight: 'bold', color: 'ink', cells: 3 });
  const bib = figures(kit, { ...soft, cells: 4 });
  const time = figures(kit, { ...soft, weight: 'bold', color: 'ink', cells: 10 });
  const team = { ...label(kit, { ...soft, width: bib.widthOf('0000'), align: 'left' }), width: bib.widthOf('0000') };
  const worn = chips(kit);

  const placeX = space.tight + place.widthOf('000');
  const stripeX = placeX + space.gap;
  const bibX = stripeX + size.stripe + space.gap + bib.widthOf('000');
  const nameX = bibX + space.gap;
  const timeX = width - space.pad;
  const teamX = timeX - time.widthOf(`+00'00"`) - space.gap - bib.widthOf('0000');
  const free = teamX - space.pad - nameX;
  const name = label(kit, { width: free, size: 'label', weight: 'bold', color: 'ink' });

  const height = size.row - space.slit;
  const ground = plate(width, height, color.plate, alpha.plate);
  const won = change(kit, 'gain', stripeX, height);
  const lost = change(kit, 'loss', stripeX, height);
  const stripe = plate(size.stripe, height, color.nobody);
  // Between two groups.
  const rule = plate(width, space.slit, color.ink);
  stripe.node.x = stripeX;
  place.node.x = placeX;
  bib.node.x = bibX;
  name.node.x = nameX;
  team.node.x = teamX;
  time.node.x = timeX;
  const rider = new Container({ children: [bib.node, name.node, worn.node, team.node, time.node] });
  const content = new Container({ children: [place.node, won.arrow, lost.arrow, rider] });
  const middle = new Container({ y: height / 2, children: [content] });
  const node = new Container({ children: [ground.node, rule.node, won.node, lost.node, stripe.node, middle] });
  const move = motion(kit);

  return {
    node,
    part: { plates: [ground, rule], bars: [stripe], content, from: { x: -space.tight } },
    update(row, before) {
      place.set(String(row.place));
      bib.set(row.key);
      time.set(row.time, row.leads ? 'ink' : 'inkSoft');
      team.set(row.team);
      stripe.color(row.teamColor ? seenOn(color.plate, row.teamColor) : color.nobody);
      // A time of an hour and more takes the room of the team.
      team.node.alpha = time.widthOf(row.time) < timeX - teamX - team.width ? 1 : 0;
      const wornWidth = worn.set(row.jerseys, free / 2);
      worn.node.x = nameX + free - wornWidth;
      name.set(row.names, { width: free - (wornWidth ? wornWidth + space.tight : 0) });
      rider.alpha = row.late ? alpha.muted : 1;
      rule.node.alpha = row.leads && row.place > 1 ? alpha.rule : 0;
      const flashed = row.moved === 'gain' ? won : lost;
      if (before && row.moved) for (const part of [flashed.node, flashed.arrow]) move.flash(part);
    },
  };
}

/** What shows behind a place that was won or lost: a colour and an arrow, never colour alone. */
function change(kit: Kit, kind: 'gain' | 'loss', width: number, height: number) {
  const { color, size, space } = kit.theme;
  const ground = plate(width, height, color[`${kind}Ground`]);
  const texture = icon(kit, kind === 'gain' ? 'up' : 'down', color.ink, size.arrow);
  const arrow = new Sprite({ texture, x: space.tight, y: -size.arrow / 2, alpha: 0 });
  ground.node.alpha = 0;
  return { node: ground.node, arrow };
}
