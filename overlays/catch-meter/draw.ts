import { seenOn } from '../../src/edition/color.ts';
import type { Box } from '../../src/edition/theme.ts';
import { paintHeroes } from '../../src/stage/kit/card/heroes.ts';
import { paintedCard } from '../../src/stage/kit/card/painted-card.ts';
import { paintHatch } from '../../src/stage/kit/hatch.ts';
import type { Pen } from '../../src/stage/kit/pen.ts';
import { paintFlag, paintPennon } from '../../src/stage/kit/pennon.ts';
import { groundBetween, paintRoad } from '../../src/stage/kit/road/paint-road.ts';
import { heightAt } from '../../src/stage/kit/road/road-shape.ts';
import type { Draw } from '../../src/stage/overlay.ts';
import type { CatchView, RoadLeft } from './select.ts';

/** What the word that counts takes of the scale. */
const WORD = 0.52;

export const draw: Draw<CatchView> = (kit) =>
  paintedCard(kit, (on, view, width) => {
    const { size, space } = on.supplies.theme;
    if (view.heroes.length > 0) paintHeroes(on, view.heroes);
    // Where others say all that is measured, the pointer begins below the header.
    const scaleY = view.heroes.length > 0 ? size.module + space.wide + space.gap : space.wide;
    paintScale(on, view.scale, view.pointsAt, scaleY, width);
    return paintLeft(on, view, scaleY + size.module + space.gap, width);
  });

/** Three parts, always in this order: the one that counts is the large one, lit, with a pointer to it. */
function paintScale(on: Pen, words: readonly string[], pointsAt: number, top: number, width: number): void {
  const { context, supplies } = on;
  const { ground, size, space, color } = supplies.theme;
  const room = width - 2 * space.pad;
  const large = 2 * Math.round((room * WORD) / 2);
  const small = (room - large - 2 * space.tight) / 2;
  let left = space.pad;
  for (const [i, word] of words.entries()) {
    const isIt = i === pointsAt;
    const wide = isIt ? large : small;
    context.fillStyle = isIt ? ground.highlight.fill : color.rule;
    if (isIt) context.fillRect(left, top, wide, size.module);
    else context.fillRect(left, top + size.module - size.stroke, wide, size.stroke);
    const middle = { x: left + wide / 2, y: top + size.module / 2, align: 'center' } as const;
    const text = isIt ? word.toLocaleUpperCase(supplies.edition.language) : word;
    const [letters, weight] = isIt ? (['head', 'heavy'] as const) : (['label', 'regular'] as const);
    const said = on.fit([text], wide - space.pad, letters, weight);
    const ink = isIt ? ground.highlight.text : on.ground.soft;
    on.words(said.text, { ...middle, size: letters, weight, color: ink, squeeze: said.squeeze });
    if (isIt) paintPointer(on, left + wide / 2, top);
    left += wide + space.tight;
  }
}

function paintPointer({ context, ground, supplies }: Pen, x: number, foot: number): void {
  const { color, size, space } = supplies.theme;
  context.fillStyle = seenOn(ground.fill, color.look);
  context.beginPath();
  context.moveTo(x - size.arrow, foot - space.gap);
  context.lineTo(x + size.arrow, foot - space.gap);
  context.lineTo(x, foot + space.tight);
  context.closePath();
  context.fill();
}

/** The road to the finish, with who is in front on it, and hatched where he may be caught. Returns where it ends. */
function paintLeft(on: Pen, { road, because }: CatchView, top: number, width: number): number {
  const { size, space, color } = on.supplies.theme;
  const lane = size.pennon + space.tight;
  const box = {
    x: space.pad,
    y: top + lane,
    width: width - 2 * space.pad - size.module,
    height: size.module + space.pad,
  };
  paintGround(on, road, box);
  paintFront(on, road, box, top);
  for (const line of because) {
    const y = top + size.pennon / 2;
    on.words(line, { x: width - space.pad, y, size: 'label', weight: 'regular', tone: 'soft', align: 'right' });
  }
  const bottom = box.y + box.height;
  const axisY = bottom + lane / 2;
  const axis = { y: axisY, size: 'micro', weight: 'regular', tone: 'soft', align: 'center' } as const;
  // A figure at the very edge would hang over the pole.
  const isInside = ({ at }: RoadLeft['ticks'][number]) => at * box.width >= size.module / 2;
  for (const { at, text } of road.ticks.filter(isInside))
    on.figures(text, { ...axis, x: box.x + even(at * box.width) });
  paintFlag(on, color.finish, box.x + box.width, axisY);
  return bottom + lane;
}

function paintGround(on: Pen, { shape, half, most }: RoadLeft, { x, y, width, height }: Box): void {
  const { context, supplies, ground } = on;
  context.save();
  context.translate(x, y);
  paintRoad(context, supplies, shape, width, height, true);
  for (const [likely, part] of [['most', most] as const, ['half', half] as const]) {
    if (!part) continue;
    const [from, to] = [even(part[0] * width), even(part[1] * width)];
    const within = groundBetween(supplies, shape, width, height, from, to);
    paintHatch(on, { x: from, y: 0, width: to - from, height }, ground.text, likely, within);
  }
  context.restore();
}

/** The flag of who is in front, planted on the road. */
function paintFront(on: Pen, { shape, front, frontAt }: RoadLeft, box: Box, top: number): void {
  const { size } = on.supplies.theme;
  const left = box.x + even(frontAt * box.width) - size.stroke / 2;
  const roadY = box.y + even((1 - heightAt(shape, frontAt)) * box.height);
  on.context.fillStyle = on.ground.text;
  on.context.fillRect(left, top, size.stroke, roadY - top);
  paintPennon(on, front, left, top + size.pennon / 2);
}

const even = (px: number): number => 2 * Math.round(px / 2);
