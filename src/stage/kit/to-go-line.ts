import { Container } from 'pixi.js';
import type { TextSize } from '../../edition/theme.ts';
import type { ToGo } from '../../edition/to-go.ts';
import { figures } from './figures.ts';
import type { Kit } from './kit.ts';
import { label } from './label.ts';
import { dropBeside } from './type.ts';

/** "42.3 km to go": the figure in the accent, the words after it. The node is its left end, on the middle. */
export interface ToGoLine {
  readonly node: Container;
  /** In less than the whole room where `room` says so. */
  set(toGo: ToGo, room?: number): void;
}

/** The longest figure: 1000 km and a decimal. */
const CELLS = 6;

export function toGoLine(kit: Kit, width: number, size: TextSize): ToGoLine {
  const figure = figures(kit, { size, weight: 'bold', color: 'accent', cells: CELLS, align: 'left' });
  const words = label(kit, { width, size: 'label', weight: 'medium', color: 'ink' });
  words.node.y = dropBeside(kit.theme, 'label', size);
  return {
    node: new Container({ children: [figure.node, words.node] }),
    set(toGo, room = width) {
      figure.set(toGo.figure);
      const x = toGo.figure ? figure.widthOf(toGo.figure) + kit.theme.space.tight + kit.theme.space.slit : 0;
      words.node.x = x;
      words.set(toGo.words, { width: room - x });
    },
  };
}
