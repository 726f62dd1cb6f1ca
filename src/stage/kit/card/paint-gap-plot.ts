import type { Box } from '../../../edition/theme.ts';
import { paintHatch } from '../hatch.ts';
import type { Pen } from '../pen.ts';
import type { GapPlot, PlotPoint, PlotRun, PlotSpan } from './gap-plot.ts';

/** Paints a gap along the road within a box; its figures stand left of it, and below it. */
export function paintGapPlot(on: Pen, plot: GapPlot, box: Box): void {
  paintLines(on, plot, box);
  for (const [likely, spans] of [['most', plot.most] as const, ['half', plot.half] as const])
    if (spans.length > 1) paintHatch(on, box, on.ground.text, likely, areaOf(spans, box));
  for (const run of plot.past) paintRun(on, run, box);
  paintNow(on, plot.now, plot.past.at(-1)?.isMeasured ?? true, box);
}

const even = (px: number): number => 2 * Math.round(px / 2);
const xIn = ({ x, width }: Box, share: number): number => x + even(share * width);
const yIn = ({ y, height }: Box, share: number): number => y + height - even(share * height);

function paintLines(on: Pen, { gaps, road }: GapPlot, box: Box): void {
  const { space, size, color } = on.supplies.theme;
  const micro = { size: 'micro', weight: 'regular', tone: 'soft' } as const;
  for (const { at, text } of gaps) {
    const y = yIn(box, at);
    on.context.fillStyle = at === 0 ? color.riddenLine : color.rule;
    on.context.fillRect(box.x, y - space.hair, box.width, 2 * space.hair);
    on.figures(text, { x: box.x - space.gap, y, ...micro, align: 'right' });
  }
  const isInside = (at: number) => at * box.width >= size.module / 2 && (1 - at) * box.width >= size.module;
  for (const { at, text } of road.filter((tick) => isInside(tick.at)))
    on.figures(text, {
      x: xIn(box, at),
      y: box.y + box.height + size.pennon / 2 + space.tight,
      ...micro,
      align: 'center',
    });
}

/** Between its upper and its lower edge. */
function areaOf(spans: readonly PlotSpan[], box: Box): Path2D {
  const area = new Path2D();
  for (const { x, high } of spans) area.lineTo(xIn(box, x), yIn(box, high));
  for (const { x, low } of [...spans].reverse()) area.lineTo(xIn(box, x), yIn(box, low));
  area.closePath();
  return area;
}

/** What was measured is a whole line; what was not is a broken one of the second tone. */
function paintRun({ context, ground, supplies }: Pen, { isMeasured, points }: PlotRun, box: Box): void {
  const { size, space } = supplies.theme;
  context.save();
  context.beginPath();
  for (const { x, y } of points) context.lineTo(xIn(box, x), yIn(box, y));
  context.lineWidth = size.stroke + space.hair;
  context.lineJoin = 'round';
  context.strokeStyle = isMeasured ? ground.text : ground.soft;
  if (!isMeasured) context.setLineDash([space.gap, space.tight + space.hair]);
  context.stroke();
  context.restore();
}

function paintNow({ context, ground, supplies }: Pen, { x, y }: PlotPoint, isMeasured: boolean, box: Box): void {
  const { arrow, stroke } = supplies.theme.size;
  for (const [radius, fill] of [
    [arrow / 2 + stroke, ground.fill],
    [arrow / 2, isMeasured ? ground.text : ground.soft],
    [isMeasured ? 0 : arrow / 2 - stroke, ground.fill],
  ] as const) {
    context.fillStyle = fill;
    context.beginPath();
    context.arc(xIn(box, x), yIn(box, y), radius, 0, 2 * Math.PI);
    context.fill();
  }
}
