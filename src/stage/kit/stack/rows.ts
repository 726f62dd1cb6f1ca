import { Container } from 'pixi.js';
import { hoist } from '../hoist.ts';
import type { Kit } from '../kit.ts';
import type { Arrow } from '../marks.ts';
import type { Board } from './board.ts';
import { columnsOf } from './columns.ts';
import { layOut } from './layout.ts';
import { movers } from './movers.ts';
import type { StackRow } from './stack-view.ts';
import { WordRow } from './word-row.ts';

export interface Rows {
  readonly node: Container;
  /** `before` is null at the first call: nothing moves. */
  update(views: readonly StackRow[], before: readonly StackRow[] | null): void;
}

const MARKS: Readonly<Record<'gain' | 'loss', Arrow>> = {
  gain: { way: 'up', tone: 'gain' },
  loss: { way: 'down', tone: 'loss' },
};

/** What is to be looked at lies above what moves, and that above what stands. */
const heightOf = ({ light, isMoving }: WordRow): number =>
  light === 'camera' ? 3 : light === 'gain' ? 2 : Number(isMoving);

/** The words of all rows, above the board: who changes place moves there. */
export function rowsOfWords(kit: Kit, width: number, board: Board): Rows {
  const node = new Container();
  const move = hoist(kit);
  const all: WordRow[] = [];
  let standing: WordRow[] = [];
  /** Nothing lies on anything: of each row, and of the board, what those above it leave free is shown. */
  const cover = () => {
    const above: number[] = [];
    const bottom = board.bottom();
    const byHeight = [...standing].sort((a, b) => heightOf(b) - heightOf(a));
    for (const row of byHeight) row.coverLit(above, bottom);
    for (const row of byHeight) row.cover(above, bottom);
    board.cut(above);
  };
  board.onOpen((index, x) => standing[index]?.upTo(x));

  const free = (): WordRow => {
    const spare = all.find((row) => row.view === null);
    if (spare) return spare;
    const row = new WordRow(kit, width, cover);
    all.push(row);
    node.addChild(row.node);
    return row;
  };
  const leave = (row: WordRow) => {
    move.stop(row);
    move.stop(row.node);
    move.stop(row.lamp);
    move.stop(row.sail);
    row.leave();
  };
  const place = (row: WordRow, y: number, isStill: boolean) => {
    if (isStill) {
      move.stop(row.node);
      row.node.y = y;
    } else if (y !== row.restY) move.slide(row.node, { y }, 'reorder', cover);
    row.restY = y;
  };
  const mark = (row: WordRow, change: 'gain' | 'loss') => {
    row.mark = MARKS[change];
    move.stop(row);
    move.later(row, kit.theme.motion.markS, () => {
      row.mark = null;
      row.lightUp(row.view?.isLit ? 'camera' : null);
      row.paint();
      cover();
    });
  };
  /** Who goes back against his arrow has it no longer. */
  const unmark = (row: WordRow, places: number) => {
    if (!row.mark || places === 0 || row.mark.way === (places < 0 ? 'up' : 'down')) return;
    move.stop(row);
    row.mark = null;
  };
  /** The plate of what is to be looked at slides there from where it was. */
  const shine = (row: WordRow, fromY: number | null) => {
    const { isLit } = row.view!;
    const wasLit = row.light === 'camera';
    row.lightUp(isLit ? 'camera' : row.mark?.tone === 'gain' ? 'gain' : null);
    if (!isLit || wasLit || fromY === null) return;
    row.lamp.offset = fromY - row.node.y;
    move.slide(row.lamp, { offset: 0 }, 'look');
  };

  return {
    node,
    update(views, before) {
      const ys = layOut(kit.theme, views);
      const columns = columnsOf(kit, width, views);
      const isStill = before === null;
      const keys = views.map(({ key }) => key);
      const keysBefore = before?.map(({ key }) => key) ?? [];
      const moved = movers(keysBefore, keys);
      const held = new Map(standing.map((row) => [row.view!.key, row]));
      const lampY = standing.find((row) => row.light === 'camera')?.node.y ?? null;
      for (const [key, row] of held) if (!keys.includes(key)) leave(row);
      const kept = standing.filter(({ view }) => view !== null);
      const stays = views.every(({ key }, i) => !held.has(key) || held.get(key)!.restY === ys[i]);
      standing = views.map((view, i) => {
        const known = held.get(view.key);
        const row = known ?? free();
        row.view = view;
        place(row, ys[i]!, isStill || !known);
        const change = view.kind === 'rider' ? moved.get(view.key) : undefined;
        if (change && !isStill) mark(row, change);
        else if (known) unmark(row, i - keysBefore.indexOf(view.key));
        return row;
      });
      for (const row of standing) {
        shine(row, isStill ? null : lampY);
        row.paint(columns);
        if (kept.includes(row)) continue;
        row.upTo(width);
        if (!isStill && !row.light) move.appear(row.sail, width);
      }
      board.lay(views, ys, isStill ? 'at once' : stays ? 'unfurling' : 'moving', cover);
      cover();
    },
  };
}
