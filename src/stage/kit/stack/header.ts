import { Container } from 'pixi.js';
import { bitmap } from '../bitmap.ts';
import { cloth } from '../cloth.ts';
import { type Flag, pole } from '../hoist.ts';
import type { Kit } from '../kit.ts';
import { type Pen, pen } from '../pen.ts';
import type { StackHeader } from './stack-view.ts';

/** One module: what is to go, and what is beside it. */
export interface Header {
  readonly node: Container;
  readonly flag: Flag;
  set(header: StackHeader): void;
}

export function header(kit: Kit, width: number): Header {
  const { ground, size } = kit.theme;
  const height = size.module;
  const ground_ = ground.header;
  const back = cloth(kit, { width, height, color: ground_.fill, edge: 'fly' });
  const words = bitmap(kit, width, height);
  const mast = pole(size.pole, height, ground_.fill);
  back.hang(words.upTo);
  return {
    node: new Container({ children: [back.node, mast.node, words.node] }),
    flag: { pole: mast, cloth: back },
    set(view) {
      words.show(JSON.stringify(view), (context) => paint(pen(kit, context, ground_), view, width, height / 2));
    },
  };
}

function paint(on: Pen, { figure, words, beside }: StackHeader, width: number, y: number): void {
  const { pad, gap, tight } = on.supplies.theme.space;
  const head = figure ? on.figures(figure, { x: pad, y, size: 'head' }) + tight + 2 : 0;
  const label = figure ? ({ size: 'label', beside: 'head', weight: 'regular' } as const) : ({ size: 'row' } as const);
  const weight = figure ? 'regular' : 'heavy';
  const half = (width - 2 * pad - head - gap) / 2;
  const right = on.fit(beside, half, 'label', 'regular');
  const rightWidth = right.text ? on.widthOf(right.text, 'label', 'regular') * right.squeeze + gap : 0;
  const left = on.fit(words, width - 2 * pad - head - rightWidth, label.size, weight);
  on.words(left.text, { x: pad + head, y, squeeze: left.squeeze, weight, ...label });
  const at = { size: 'label', beside: 'head', weight: 'regular', align: 'right' } as const;
  on.words(right.text, { x: width - pad, y, squeeze: right.squeeze, ...at });
}
