import { Container } from 'pixi.js';
import { type Flag, hoist } from '../hoist.ts';
import type { Kit } from '../kit.ts';
import { groupColor } from '../pennon.ts';
import { type BoardRow, boardRow } from './board-row.ts';
import type { PoleWords, StackRow } from './stack-view.ts';

/** The plates under the rows: they stand fixed, so that rows move above them and no hole opens onto the picture. */
export interface Board {
  readonly node: Container;
  /** What unfurls, from the first row to the last. */
  flags(): readonly Flag[];
  /** Lays a plate under each row; its lower edge moves there with the rows, or is there at once. */
  lay(rows: readonly StackRow[], ys: readonly number[], how: 'at once' | 'moving' | 'unfurling'): void;
  /** Leaves out what lies under rows that have plates of their own; they are told by their tops. */
  cut(lit: readonly number[]): void;
  /** Tells how far the plate of a row is open. */
  onOpen(listener: (index: number, x: number) => void): void;
}

export function board(kit: Kit, width: number): Board {
  const { module } = kit.theme.size;
  const node = new Container();
  const rows: BoardRow[] = [];
  const move = hoist(kit);
  const edge = { bottom: 0 };
  let shown = 0;
  let lit: readonly number[] = [];
  let tell: (index: number, x: number) => void = () => {};
  const drawAll = () => {
    for (const row of rows) row.cut(edge.bottom, lit);
  };
  const rowAt = (index: number): BoardRow => {
    const known = rows[index];
    if (known) return known;
    const row = boardRow(kit, width);
    row.flag.cloth.hang((x) => tell(index, x));
    rows[index] = row;
    node.addChild(row.node);
    return row;
  };
  const colorOf = (words: PoleWords | null) =>
    words ? groupColor(kit, words.kind, words.look) : kit.theme.color.steel;
  return {
    node,
    flags: () => rows.slice(0, shown).map(({ flag }) => flag),
    lay(views, ys, how) {
      for (const [i, view] of views.entries())
        rowAt(i).set(ys[i]!, colorOf(view.pole), i > 0 && view.block === views[i - 1]!.block);
      const bottom = (ys.at(-1) ?? 0) + module;
      const before = shown;
      shown = views.length;
      move.stop(edge);
      if (how === 'moving') move.slide(edge, { bottom }, 'reorder', drawAll);
      else edge.bottom = bottom;
      if (how === 'unfurling') for (const { flag } of rows.slice(before, shown)) move.unfurl(flag.cloth);
      drawAll();
    },
    cut(next) {
      lit = next;
      drawAll();
    },
    onOpen(listener) {
      tell = listener;
    },
  };
}
