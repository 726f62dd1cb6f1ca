import type { PointData } from 'pixi.js';
import { gradientStep } from '../../../edition/theme.ts';
import type { Supplies } from '../kit.ts';
import { type Type, typeOf, widthOf } from '../type.ts';
import type { Block, Shape } from './road-shape.ts';

type Themed = Pick<Supplies, 'theme'>;

/** Paints a road from the side, `width` by `height`: the ground in the colours of its gradients, then the line. */
export function paintRoad(
  context: CanvasRenderingContext2D,
  kit: Themed,
  shape: Shape,
  width: number,
  height: number,
  ridden: boolean,
): void {
  const { size, space, color, gradient } = kit.theme;
  const road = roadOf(shape.heights, width, height, size.stroke);
  let left = 0;
  for (const { to, step, texts } of runsOf(kit, shape.blocks)) {
    const right = Math.round(to * width);
    const paint = gradient[step];
    if (!paint) continue;
    context.fillStyle = ridden ? color.ridden : paint.color;
    context.fill(groundOf(road, left, right - (texts.length > 0 ? space.hair : 0), height));
    left = right;
  }
  context.lineWidth = size.stroke;
  context.lineJoin = 'round';
  context.strokeStyle = ridden ? color.riddenLine : color.road;
  context.stroke(lineOf(road));
}

/** The ground of the same road between two places of it, in pixels. */
export const groundBetween = (
  kit: Themed,
  shape: Shape,
  width: number,
  height: number,
  from: number,
  to: number,
): Path2D => groundOf(roadOf(shape.heights, width, height, kit.theme.size.stroke), from, to, height);

/** How high the figures are that are printed at the foot of a road. */
export const figuresHeight = ({ theme }: Themed): number => 2 * Math.ceil(typeOf(theme, 'micro', 'heavy').sizePx / 2);

/** Prints the figures of its blocks, each where it fits, on a strip of that height. */
export function paintFigures(
  context: CanvasRenderingContext2D,
  kit: Themed,
  shape: Shape,
  width: number,
  ridden: boolean,
): void {
  const { gradient, ground } = kit.theme;
  const type = typeOf(kit.theme, 'micro', 'heavy');
  const print = wayToPrint(type, shape, width);
  context.font = type.font;
  let left = 0;
  for (const { to, gradientPct, texts } of shape.blocks) {
    const right = Math.round(to * width);
    const text = texts[print] ?? '';
    const wide = widthOf(type, text);
    const ink = gradient[gradientStep(kit.theme, gradientPct)]?.ink;
    if (text && ink && wide <= right - left) {
      context.fillStyle = ridden ? ground.board.soft : ink;
      context.fillText(text, Math.round((left + right - wide) / 2), figuresHeight(kit) - Math.round(type.sizePx / 3));
    }
    left = right;
  }
}

interface Run {
  readonly to: number;
  readonly step: number;
  readonly texts: readonly string[];
}

/** Blocks of one colour that follow each other and say nothing are one: fewer areas to paint. */
function runsOf(kit: Themed, blocks: readonly Block[]): Run[] {
  const runs: Run[] = [];
  for (const { to, gradientPct, texts } of blocks) {
    const step = gradientStep(kit.theme, gradientPct);
    const last = runs.at(-1);
    if (last && last.step === step && last.texts.length + texts.length === 0) runs.pop();
    runs.push({ to, step, texts });
  }
  return runs;
}

/** The longest way that fits in every whole block; the last one may be cut short. */
function wayToPrint(type: Type, { blocks }: Shape, width: number): number {
  const [first] = blocks;
  if (!first) return 0;
  const whole = blocks.slice(0, -1);
  const fits = (way: number) => whole.every(({ texts }) => widthOf(type, texts[way] ?? '') < first.to * width);
  const ways = [...first.texts.keys()];
  return ways.find(fits) ?? ways.length - 1;
}

/** The points of the road, from left to right. */
function roadOf(heights: readonly number[], width: number, height: number, stroke: number): PointData[] {
  return heights.map((share, i) => ({
    x: (i / (heights.length - 1)) * width,
    y: height - stroke / 2 - share * (height - stroke),
  }));
}

function lineOf(road: readonly PointData[]): Path2D {
  const line = new Path2D();
  for (const { x, y } of road) line.lineTo(x, y);
  return line;
}

/** The area below the road between two places. */
function groundOf(road: readonly PointData[], left: number, right: number, height: number): Path2D {
  const inside = road.filter(({ x }) => x > left && x < right);
  const area = lineOf([{ x: left, y: yAt(road, left) }, ...inside, { x: right, y: yAt(road, right) }]);
  area.lineTo(right, height);
  area.lineTo(left, height);
  area.closePath();
  return area;
}

function yAt(road: readonly PointData[], x: number): number {
  const after = Math.max(
    1,
    road.findIndex((point) => point.x >= x),
  );
  const [a, b] = [road[after - 1], road[after]];
  return a && b ? a.y + ((x - a.x) / (b.x - a.x)) * (b.y - a.y) : 0;
}
