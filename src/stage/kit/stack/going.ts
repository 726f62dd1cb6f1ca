import type { Hoist } from '../hoist.ts';
import type { WordRow } from './word-row.ts';

/** Rows that are no longer listed: none goes before others have come over it, so that no plate is left without words. */
export interface Going {
  /** Those that others move over: they lie under all. */
  readonly under: ReadonlySet<WordRow>;
  /** At once: it is nobody's row. */
  leave(row: WordRow): void;
  /** When the others have come to rest over it. */
  go(row: WordRow): void;
  /** The same in place: the words of a new row come over its own. */
  giveWay(old: WordRow, row: WordRow): void;
  /** All have come to rest. */
  rest(): void;
}

export function goingRows(move: Hoist, width: number): Going {
  const under = new Set<WordRow>();
  /** By who comes over it. */
  const givingWay = new Map<WordRow, WordRow>();
  const halt = (row: WordRow) => {
    for (const target of [row, row.node, row.lamp, row.sail]) move.stop(target);
    row.lightUp(null);
  };
  const leave = (row: WordRow) => {
    halt(row);
    row.leave();
  };
  return {
    under,
    leave,
    go(row) {
      halt(row);
      row.isGoing = true;
      row.upTo(width);
      under.add(row);
    },
    giveWay(old, row) {
      halt(old);
      row.over = old;
      givingWay.set(row, old);
      move.appear(row.sail, width);
    },
    rest() {
      for (const row of under) leave(row);
      under.clear();
      for (const [row, old] of givingWay) {
        move.stop(row.sail);
        row.over = null;
        row.upTo(width);
        leave(old);
      }
      givingWay.clear();
    },
  };
}
