import { Container } from 'pixi.js';
import type { Color } from '../../../edition/theme.ts';
import { type Flag, hoist } from '../hoist.ts';
import type { Kit } from '../kit.ts';
import { groupColor } from '../pennon.ts';
import { type BoardRow, boardRow } from './board-row.ts';
import type { PoleWords, StackRow } from './stack-view.ts';
import { uncovered } from './uncovered.ts';

type How = 'at once' | 'moving' | 'unfurling';

/** The plates under the rows: they stand fixed, so that rows move above them and no hole opens onto the picture. */
export interface Board {
  readonly node: Container;
  /** What unfurls, from the first row to the last. */
  flags(): readonly Flag[];
  /** Lays a plate under each row; its lower edge moves there with the rows, or is there at once. Then it is to be cut. */
  lay(rows: readonly StackRow[], ys: readonly number[], how: How, onMove: () => void): void;
  /** Where its plates are, each one module high. */
  tops(): readonly number[];
  /** Its lower edge at this moment. */
  bottom(): number;
  /** Leaves out what lies under plates of rows; they are told by their tops. */
  cut(above: readonly number[]): void;
  /** Tells how far the plate of a row is open. */
  onOpen(listener: (index: number, x: number) => void): void;
}

export const poleColor = (kit: Kit, words: PoleWords | null): Color =>
  words ? groupColor(kit, words.kind, words.look) : kit.theme.color.steel;

export function board(kit: Kit, width: number): Board {
  const { module } = kit.theme.size;
  const node = new Container();
  const rows: BoardRow[] = [];
  const move = hoist(kit);
  const edge = { bottom: 0 };
  let restBottom = 0;
  let shown = 0;
  let tell: (index: number, x: number) => void = () => {};
  const rowAt = (index: number): BoardRow => {
    const known = rows[index];
    if (known) return known;
    const row = boardRow(kit, width);
    row.flag.cloth.hang((x) => tell(index, x));
    rows[index] = row;
    node.addChild(row.node);
    return row;
  };
  return {
    node,
    flags: () => rows.slice(0, shown).map(({ flag }) => flag),
    lay(views, ys, how, onMove) {
      for (const [i, view] of views.entries()) {
        const row = rowAt(i);
        row.node.y = ys[i]!;
        row.set(poleColor(kit, view.pole), i > 0 && view.block === views[i - 1]!.block);
      }
      const before = shown;
      shown = views.length;
      const bottom = (ys.at(-1) ?? 0) + module;
      // It keeps step with the rows that move; what moves there already goes on.
      if (how === 'moving' || bottom !== restBottom) move.stop(edge);
      if (how === 'moving') move.slide(edge, { bottom }, 'reorder', onMove);
      else if (bottom !== restBottom) edge.bottom = bottom;
      restBottom = bottom;
      if (how === 'unfurling') for (const { flag } of rows.slice(before, shown)) move.unfurl(flag.cloth);
    },
    tops: () => rows.map((row) => row.node.y),
    bottom: () => edge.bottom,
    cut(above) {
      const tops = rows.slice(0, shown).map((row) => row.node.y);
      for (const [i, row] of rows.entries())
        row.show(uncovered(row.node.y, module, edge.bottom, i < shown ? above : [...above, ...tops]));
    },
    onOpen(listener) {
      tell = listener;
    },
  };
}
