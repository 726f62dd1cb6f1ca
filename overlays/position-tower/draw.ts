import { Container, Sprite } from 'pixi.js';
import { seenOn } from '../../src/edition/color.ts';
import { chips } from '../../src/stage/kit/chip.ts';
import { figures } from '../../src/stage/kit/figures.ts';
import { icon } from '../../src/stage/kit/icon.ts';
import type { Kit } from '../../src/stage/kit/kit.ts';
import { label } from '../../src/stage/kit/label.ts';
import { list, type Row } from '../../src/stage/kit/list.ts';
import { motion } from '../../src/stage/kit/motion.ts';
import { plate } from '../../src/stage/kit/plate.ts';
import { toGoLine } from '../../src/stage/kit/to-go-line.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import { manifest } from './manifest.ts';
import type { TowerRow, TowerView } from './select.ts';

export const draw: Draw<TowerView> = (kit) => {
  const { theme } = kit;
  const { size, space } = theme;
  const box = theme.zone[manifest.layer];
  const head = header(kit, box.width);
  const rows = list<DrawnRow>(kit, manifest.params.rows.max, () => towerRow(kit, box.width));
  rows.node.y = size.header + space.slit;
  const node = new Container({ x: box.x, y: box.y, children: [rows.node, head.node] });
  const move = motion(kit);
  return {
    node,
    box,
    update(view, before) {
      head.update(view);
      // Many rows stand closer, so that the last one is still in the picture.
      const height = view.rows.length > manifest.params.rows.default ? size.rowDense : size.row;
      rows.update(
        view.rows.map((row) => ({ ...row, height: height - space.slit })),
        height,
        before === null,
      );
    },
    playIn() {
      const line = move.timeline();
      move.enter(line, head.node, { x: 0, y: 0 }, { x: -size.travel });
      for (const [i, row] of rows.shown().entries())
        move.enter(line, row.node, { x: 0, y: 0 }, { x: -size.travel }, move.stagger(i + 1));
      return line;
    },
    playOut() {
      const line = move.timeline();
      const shown = rows.shown();
      for (const [i, row] of shown.entries())
        move.leave(line, row.node, { x: 0, y: 0 }, { x: -size.travel }, move.stagger((shown.length - i) / 4));
      move.leave(line, head.node, { x: 0, y: 0 }, { x: -size.travel }, move.stagger(shown.length / 4));
      return line;
    },
  };
};

interface DrawnRow extends TowerRow {
  readonly height: number;
}

function header(kit: Kit, width: number) {
  const { size, space, color, alpha } = kit.theme;
  const ground = plate(width, size.header, color.plateRaised, alpha.plate);
  const bar = plate(size.bar, size.header, color.accent);
  const times = label(kit, { width: width / 3, size: 'label', weight: 'medium', color: 'inkSoft', align: 'right' });
  const toGo = toGoLine(kit, width - width / 3 - 3 * space.pad, 'primary');
  toGo.node.position.set(space.pad + size.bar, size.header / 2);
  times.node.position.set(width - space.pad - width / 3, size.header / 2);
  return {
    node: new Container({ children: [ground.node, bar.node, toGo.node, times.node] }),
    update(view: TowerView) {
      toGo.set(view.toGo);
      times.set(view.times);
    },
  };
}

/** Place, stripe of the team, bib, name, jerseys, team, time: each column as wide as its widest text. */
function towerRow(kit: Kit, width: number): Row<DrawnRow> {
  const { size, space, color, alpha } = kit.theme;
  const soft = { size: 'label', weight: 'medium', color: 'inkSoft', align: 'right' } as const;
  const place = figures(kit, { ...soft, weight: 'bold', color: 'ink', cells: 3 });
  const bib = figures(kit, { ...soft, cells: 4 });
  const time = figures(kit, { ...soft, weight: 'bold', color: 'ink', cells: 10 });
  const team = label(kit, { ...soft, width: Math.ceil(bib.widthOf('0000')), align: 'left' });
  const worn = chips(kit);

  const placeX = space.tight + place.widthOf('000');
  const stripeX = placeX + space.gap;
  const bibX = stripeX + size.stripe + space.gap + bib.widthOf('000');
  const nameX = bibX + space.gap;
  const timeX = width - space.pad;
  const teamX = timeX - time.widthOf(`+00'00"`) - space.gap - bib.widthOf('0000');
  const name = label(kit, { width: teamX - nameX, size: 'label', weight: 'bold', color: 'ink' });

  const ground = plate(width, size.row, color.plate, alpha.plate);
  const won = change(kit, 'gain', stripeX);
  const lost = change(kit, 'loss', stripeX);
  const stripe = plate(size.stripe, size.row, color.nobody);
  stripe.node.x = stripeX;
  place.node.x = placeX;
  bib.node.x = bibX;
  name.node.x = nameX;
  team.node.x = teamX;
  time.node.x = timeX;
  const words = new Container({ children: [bib.node, name.node, worn.node, team.node, time.node] });
  const middle = new Container({ children: [place.node, won.arrow, lost.arrow, words] });
  const node = new Container({ children: [ground.node, won.node, lost.node, stripe.node, middle] });
  const move = motion(kit);

  return {
    node,
    update(row, before) {
      for (const part of [ground, won.plate, lost.plate, stripe]) part.node.scale.y = row.height;
      middle.y = row.height / 2;
      place.set(String(row.place));
      bib.set(row.key);
      time.set(row.time, row.leads ? 'ink' : 'inkSoft');
      team.set(row.team);
      stripe.color(row.teamColor ? seenOn(color.plate, row.teamColor) : color.nobody);
      const free = teamX - space.gap - nameX;
      const wornWidth = worn.set(row.jerseys, free / 2);
      worn.node.x = teamX - space.gap - wornWidth;
      name.set(row.names, { width: free - (wornWidth ? wornWidth + space.tight : 0) });
      words.alpha = row.late ? alpha.muted : 1;
      if (before === null || before.place === row.place) return;
      const flashed = row.place < before.place ? won : lost;
      move.flash(flashed.node);
      move.flash(flashed.arrow);
    },
  };
}

/** What shows behind a place that was won or lost: a colour and an arrow, never colour alone. */
function change(kit: Kit, kind: 'gain' | 'loss', width: number) {
  const ground = plate(width, kit.theme.size.row, kit.theme.color[kind]);
  const arrow = new Sprite({ texture: icon(kit, kind === 'gain' ? 'up' : 'down', kit.theme.color.inkDark), alpha: 0 });
  ground.node.alpha = 0;
  arrow.y = -kit.theme.size.icon / 2;
  return { plate: ground, node: ground.node, arrow };
}
