import type { Hoist } from '../hoist.ts';
import type { Kit } from '../kit.ts';
import type { Arrow } from '../marks.ts';
import type { WordRow } from './word-row.ts';

const MARKS: Readonly<Record<'gain' | 'loss', Arrow>> = {
  gain: { way: 'up', tone: 'gain' },
  loss: { way: 'down', tone: 'loss' },
};

/** The arrow of who won or lost a place, and the plate of what is to be looked at. */
export interface RowLights {
  /** For a while he has an arrow, and who won a place a plate of his own. */
  mark(row: WordRow, change: 'gain' | 'loss'): void;
  /** Who goes back against his arrow, so many places down, has it no longer. */
  unmark(row: WordRow, places: number): void;
  /** The plate of what is to be looked at slides there from where it was; null where it was nowhere. */
  shine(row: WordRow, fromY: number | null): void;
}

export function rowLights(kit: Kit, move: Hoist, onChange: () => void): RowLights {
  return {
    mark(row, change) {
      row.mark = MARKS[change];
      move.stop(row);
      move.later(row, kit.theme.motion.markS, () => {
        row.mark = null;
        row.lightUp(row.view?.isLit ? 'camera' : null);
        row.paint();
        onChange();
      });
    },
    unmark(row, places) {
      if (!row.mark || places === 0 || row.mark.way === (places < 0 ? 'up' : 'down')) return;
      move.stop(row);
      row.mark = null;
    },
    shine(row, fromY) {
      const { isLit } = row.view!;
      const wasLit = row.light === 'camera';
      row.lightUp(isLit ? 'camera' : row.mark?.tone === 'gain' ? 'gain' : null);
      if (!isLit || wasLit || fromY === null) return;
      row.lamp.offset = fromY - row.node.y;
      move.slide(row.lamp, { offset: 0 }, 'look');
    },
  };
}
