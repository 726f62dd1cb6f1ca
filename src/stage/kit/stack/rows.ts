import { Container } from 'pixi.js';
import { hoist } from '../hoist.ts';
import type { Kit } from '../kit.ts';
import type { Board } from './board.ts';
import { columnsOf } from './columns.ts';
import { goingRows } from './going.ts';
import { layOut } from './layout.ts';
import { movers } from './movers.ts';
import { reorder } from './reorder.ts';
import { rowLights } from './row-lights.ts';
import type { StackRow } from './stack-view.ts';
import { WordRow } from './word-row.ts';

export interface Rows {
  readonly node: Container;
  /** Shows these rows; `isStill` is at once, and nothing moves. */
  update(views: readonly StackRow[], isStill: boolean): void;
}

/** What is to be looked at lies above what moves, and that above what stands. */
const heightOf = ({ light, isMoving }: WordRow): number =>
  light === 'camera' ? 3 : light === 'gain' ? 2 : Number(isMoving);

const keyOf = ({ view }: WordRow): string => view!.key;

/**
 * The words of all rows, above the board: who changes place moves there. An order that comes while rows move waits until
 * they have come to rest: nobody turns round half-way.
 */
export function rowsOfWords(kit: Kit, width: number, board: Board): Rows {
  const { motion, size } = kit.theme;
  const node = new Container();
  const move = hoist(kit);
  const all: WordRow[] = [];
  let standing: readonly WordRow[] = [];
  let isUnderWay = false;
  let waiting: readonly StackRow[] | null = null;

  /** Nothing lies on anything: of each row, and of the board, what those above it leave free is shown. */
  const cover = () => {
    const above: number[] = [];
    const bottom = board.bottom();
    const byHeight = [...standing].sort((a, b) => heightOf(b) - heightOf(a));
    for (const row of byHeight) row.coverLit(above, bottom);
    for (const row of byHeight) row.cover(above, bottom);
    board.cut(above);
    if (going.under.size === 0) return;
    const rows = [...above, ...standing.filter((row) => !row.isMoving).map(({ restY }) => restY)];
    for (const row of going.under) row.coverBelow(rows, bottom, board.tops());
  };
  const going = goingRows(move, width);
  const lights = rowLights(kit, move, cover);
  board.onOpen((index, x) => standing[index]?.upTo(x));

  const free = (): WordRow => {
    const spare = all.find((row) => row.view === null);
    if (spare) return spare;
    const row = new WordRow(kit, width, cover);
    all.push(row);
    node.addChild(row.node);
    return row;
  };
  /** He moves, and his words stay where they were as well, as those of one who goes. */
  const setOff = (old: WordRow): WordRow => {
    const row = free();
    row.node.y = old.node.y;
    row.restY = old.restY;
    row.upTo(width);
    if (old.mark) lights.mark(row, old.mark.tone);
    going.go(old);
    return row;
  };
  const place = (row: WordRow, y: number, isStill: boolean) => {
    if (isStill) {
      move.stop(row.node);
      row.node.y = y;
    } else if (y !== row.restY) move.slide(row.node, { y }, 'reorder', cover);
    row.restY = y;
  };
  const placed = () => standing.map((row) => ({ key: keyOf(row), y: row.restY }));
  const rest = () => {
    isUnderWay = false;
    going.rest();
    const next = waiting;
    waiting = null;
    if (next) arrange(next, layOut(kit.theme, next), false);
    else cover();
  };

  function arrange(views: readonly StackRow[], ys: readonly number[], isStill: boolean): void {
    const columns = columnsOf(kit, width, views);
    const after = views.map(({ key }, i) => ({ key, y: ys[i]! }));
    const { kept, isInPlace, isFar } = reorder(placed(), after, board.bottom(), size);
    const keysBefore = standing.map(keyOf);
    const moved = movers(
      keysBefore,
      views.map(({ key }) => key),
    );
    const held = new Map(standing.filter((row) => kept.has(keyOf(row))).map((row) => [keyOf(row), row]));
    const gone = standing.filter((row) => !kept.has(keyOf(row)));
    const lampY = standing.find((row) => row.light === 'camera')?.node.y ?? null;
    if (isStill) gone.forEach(going.leave);
    else if (!isInPlace) gone.forEach(going.go);

    standing = views.map((view, i) => {
      const known = held.get(view.key);
      const row = known ? (isFar && !isStill && known.restY !== ys[i] ? setOff(known) : known) : free();
      row.view = view;
      place(row, ys[i]!, isStill || !known);
      const change = view.kind === 'rider' ? moved.get(view.key) : undefined;
      if (change && !isStill) lights.mark(row, change);
      else if (known) lights.unmark(row, i - keysBefore.indexOf(view.key));
      return row;
    });
    for (const row of standing) {
      lights.shine(row, isStill ? null : lampY);
      row.paint(columns);
      if (kept.has(keyOf(row))) continue;
      row.upTo(width);
      const old = isInPlace && !isStill && gone.find(({ restY }) => restY === row.restY);
      if (old) (row.light ? going.leave : going.giveWay)(old, row);
    }
    board.lay(views, ys, isStill ? 'at once' : isInPlace ? 'unfurling' : 'moving', cover);
    cover();
  }

  return {
    node,
    update(views, isStill) {
      const ys = layOut(kit.theme, views);
      const isOrder =
        views.length === standing.length && placed().every(({ key, y }, i) => key === views[i]!.key && y === ys[i]);
      if (isStill) {
        move.stop(node);
        isUnderWay = false;
        going.rest();
      }
      waiting = isUnderWay && !isOrder ? views : null;
      if (waiting) return;
      if (!isStill && !isOrder) {
        isUnderWay = true;
        move.later(node, motion.reorder.s, rest);
      }
      arrange(views, ys, isStill);
    },
  };
}
