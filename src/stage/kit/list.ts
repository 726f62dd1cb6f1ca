import { Container } from 'pixi.js';
import type { Kit } from './kit.ts';
import { motion, still } from './motion.ts';

/** One row, built once and given to whoever stands in it. */
export interface Row<View> {
  readonly node: Container;
  /** `before` is what this same key showed until now, null when the row is new to it. */
  update(view: View, before: View | null): void;
}

/** Rows that know who they are: whoever changes place moves there, who comes appears, who goes vanishes. */
export interface List<View> {
  readonly node: Container;
  /** The rows on show, from top to bottom. */
  shown(): readonly Row<View>[];
  /** `pitchPx` from row to row. `cut` puts all in place at once. */
  update(views: readonly View[], pitchPx: number, cut: boolean): void;
}

/** Rows beside those on show, so that who leaves can fade while who comes stands already. */
const SPARE = 3;

interface Cell<View> {
  readonly row: Row<View>;
  readonly node: Container;
  view: View | null;
}

export function list<View extends { readonly key: string }>(
  kit: Kit,
  rows: number,
  build: () => Row<View>,
): List<View> {
  const move = motion(kit);
  const cells: Cell<View>[] = Array.from({ length: rows + SPARE }, () => {
    const row = build();
    return { row, node: new Container({ children: [row.node], alpha: 0 }), view: null };
  });
  const node = new Container({ children: cells.map((cell) => cell.node), sortableChildren: true });
  let standing: Cell<View>[] = [];

  const leave = (cell: Cell<View>, cut: boolean) => {
    cell.view = null;
    if (cut) still(cell.node, { alpha: 0 });
    else move.vanish(cell.node);
  };
  /** Nobody's row; of those that still fade, the faintest. */
  const free = () => cells.filter((cell) => !cell.view).reduce((a, b) => (b.node.alpha < a.node.alpha ? b : a));
  const enter = (view: View, y: number, delayS: number, cut: boolean) => {
    const cell = free();
    cell.row.update(view, null);
    still(cell.node, { y, alpha: 1 });
    if (!cut) move.appear(cell.node, delayS);
    return cell;
  };
  const keep = (cell: Cell<View>, view: View, y: number, from: number, to: number, cut: boolean) => {
    cell.row.update(view, cell.view);
    if (cut) return still(cell.node, { y, alpha: 1 });
    if (from === to) return;
    // Who wins a place passes in front.
    cell.node.zIndex = to < from ? 1 : 0;
    move.moveTo(cell.node, y);
  };
  return {
    node,
    shown: () => standing.map((cell) => cell.row),
    update(views, pitchPx, cut) {
      const keys = new Set(views.map((view) => view.key));
      const held = new Map(standing.map((cell, index) => [cell.view!.key, { cell, index }]));
      for (const { cell } of held.values()) if (!keys.has(cell.view!.key)) leave(cell, cut);
      let comers = 0;
      standing = views.map((view, index) => {
        const known = held.get(view.key);
        const cell = known?.cell ?? enter(view, index * pitchPx, move.stagger(comers++), cut);
        if (known) keep(cell, view, index * pitchPx, known.index, index, cut);
        cell.view = view;
        return cell;
      });
    },
  };
}
