import { Container } from 'pixi.js';
import type { Kit } from './kit.ts';
import { motion } from './motion.ts';

/** One row, built once and given to whoever stands in it. */
export interface Row<View> {
  readonly node: Container;
  /** `before` is what this same key showed until now, null when the row is new to it. */
  update(view: View, before: View | null): void;
}

/**
 * Rows (or cells in a row, where the axis is `x`) that know who they are: whoever changes place moves there, who comes
 * appears, who goes vanishes.
 */
export interface List<View, R extends Row<View> = Row<View>> {
  readonly node: Container;
  /** The rows on show, from first to last. */
  shown(): readonly R[];
  /** `pitchPx` from row to row. `cut` puts all in place at once. */
  update(views: readonly View[], pitchPx: number, cut: boolean): void;
}

/** Rows beside those on show, so that who leaves can fade while who comes stands already. */
const SPARE = 3;

interface Cell<View, R> {
  readonly row: R;
  readonly node: Container;
  view: View | null;
  at: number;
}

export function list<View extends { readonly key: string }, R extends Row<View>>(
  kit: Kit,
  rows: number,
  build: () => R,
  axis: 'x' | 'y' = 'y',
): List<View, R> {
  const move = motion(kit);
  const cells: Cell<View, R>[] = Array.from({ length: rows + SPARE }, () => {
    const row = build();
    return { row, node: new Container({ children: [row.node], alpha: 0 }), view: null, at: 0 };
  });
  const node = new Container({ children: cells.map((cell) => cell.node), sortableChildren: true });
  let standing: Cell<View, R>[] = [];

  const leave = (cell: Cell<View, R>, cut: boolean) => {
    cell.view = null;
    if (cut) move.still(cell.node, { alpha: 0 });
    else move.vanish(cell.node);
  };
  /** Nobody's row; of those that still fade, the faintest. */
  const free = () => cells.filter((cell) => !cell.view).reduce((a, b) => (b.node.alpha < a.node.alpha ? b : a));
  const enter = (view: View, at: number, delayS: number, cut: boolean) => {
    const cell = free();
    cell.row.update(view, null);
    move.still(cell.node, { [axis]: at, alpha: 1 });
    if (!cut) move.appear(cell.node, delayS);
    return cell;
  };
  const keep = (cell: Cell<View, R>, view: View, at: number, cut: boolean) => {
    cell.row.update(view, cell.view);
    if (cut) move.still(cell.node, { [axis]: at, alpha: 1 });
    else if (at !== cell.at) {
      // Who wins a place passes in front.
      cell.node.zIndex = at < cell.at ? 1 : 0;
      move.moveTo(cell.node, { [axis]: at });
    }
  };
  return {
    node,
    shown: () => standing.map((cell) => cell.row),
    update(views, pitchPx, cut) {
      const keys = new Set(views.map((view) => view.key));
      const held = new Map(standing.map((cell) => [cell.view!.key, cell]));
      for (const cell of standing) if (!keys.has(cell.view!.key)) leave(cell, cut);
      let comers = 0;
      standing = views.map((view, index) => {
        const at = index * pitchPx;
        const known = held.get(view.key);
        if (known) keep(known, view, at, cut);
        const cell = known ?? enter(view, at, move.stagger(comers++), cut);
        return Object.assign(cell, { view, at });
      });
    },
  };
}
