import { paintGapPlot } from '../../src/stage/kit/card/paint-gap-plot.ts';
import { paintedCard } from '../../src/stage/kit/card/painted-card.ts';
import { paintRange } from '../../src/stage/kit/card/range.ts';
import { badgeWidth, paintBadge } from '../../src/stage/kit/marks.ts';
import type { Pen } from '../../src/stage/kit/pen.ts';
import { paintFlag, paintPennon, pennonWidth } from '../../src/stage/kit/pennon.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import type { Ahead, GraphView } from './select.ts';

export const draw: Draw<GraphView> = (kit) =>
  paintedCard(kit, (on, view, width, height) => {
    const { size, space } = on.supplies.theme;
    const { plot, ahead } = view;
    paintNow(on, view, width);
    const figures = Math.max(...plot.gaps.map(({ text }) => on.figureWidth(text, 'micro', 'regular')));
    const left = space.pad + 2 * Math.ceil(figures / 2) + space.gap;
    const top = size.module + space.pad + space.tight;
    const axis = size.pennon + space.pad;
    const box = { x: left, y: top, width: width - space.pad - left, height: height - top - axis };
    paintGapPlot(on, plot, box);
    if (ahead) paintEnd(on, ahead, width - space.pad, height - axis + space.tight + size.pennon / 2);
    return height;
  });

/** Whose gap it is and how large, from the left; from the right what is expected, and where, as far as there is room. */
function paintNow(on: Pen, { pennon, names, gap, ahead }: GraphView, width: number): void {
  const { space, size } = on.supplies.theme;
  const y = size.module / 2 + space.tight;
  let x = space.pad + paintPennon(on, pennon, space.pad, y) + space.gap;
  let right = width - space.pad;
  if (ahead) right -= paintRange(on, ahead.range, 'value', right, y) + space.gap;
  const value = gap ? on.figureWidth(gap, 'value') + space.gap : 0;
  const name = on.fit(names, right - value - x - (ahead ? space.wide : 0), 'row');
  x += on.words(name.text, { x, y, size: 'row', squeeze: name.squeeze }) + space.gap;
  if (gap) x += on.figures(gap, { x, y, size: 'value' }) + space.wide;
  if (!ahead || on.widthOf(ahead.place, 'label', 'regular') * on.supplies.theme.font.condense > right - x) return;
  const where = on.fit([ahead.place], right - x, 'label', 'regular');
  const at = { x: right, y, size: 'label', beside: 'value', weight: 'regular', tone: 'soft', align: 'right' } as const;
  on.words(where.text, { ...at, squeeze: where.squeeze });
}

/** At the end of the axis: the finish, or the category of a climb. */
function paintEnd(on: Pen, { isFinish, category }: Ahead, right: number, y: number): void {
  if (isFinish) paintFlag(on, on.supplies.theme.color.finish, right - pennonWidth(on.supplies, '0'), y);
  else if (category) paintBadge(on, category, false, right - badgeWidth(on, category), y);
}
