import { Container, Rectangle, Sprite, Texture } from 'pixi.js';
import { gradientStep } from '../../edition/theme.ts';
import type { Kit } from './kit.ts';
import { sheet } from './sheet.ts';
import { type Type, typeOf, widthOf } from './type.ts';

/** A road from the side. Shares of 1 along and up. */
export interface Shape {
  /** Equally spaced along the road, from first to last. */
  readonly heights: readonly number[];
  /** One after the other from start to end. */
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly to: number;
  readonly gradientPct: number;
  /** Printed inside: from long to short, all blocks the same way; empty where nothing is to be printed. */
  readonly texts: readonly string[];
}

/** The node stands at the lower left of the shape: its ground. */
export interface ProfileShape {
  readonly node: Container;
  set(shape: Shape): void;
  /** Everything left of this x is behind the race, and dimmed. Whole pixels. */
  ridden(x: number): void;
}

/** Painted twice, bright and dimmed, one below the other: where the race is decides how much is shown of each. */
export function profileShape(kit: Kit, width: number, height: number): ProfileShape {
  const { node: whole, paint } = sheet(kit, width, 2 * height);
  const { source } = whole.texture;
  const part = (y: number) => new Texture({ source, frame: new Rectangle(0, y, width, height), dynamic: true });
  const ahead = new Sprite(part(0));
  const behind = new Sprite(part(height));
  // The sheet owns the canvas: it stays in the tree, unseen, and goes with it.
  whole.alpha = 0;
  const crop = (sprite: Sprite, x: number, cropped: number) => {
    sprite.x = x;
    sprite.alpha = cropped > 0 ? 1 : 0;
    const { frame } = sprite.texture;
    frame.x = x;
    frame.width = Math.max(1, cropped);
    sprite.texture.update();
  };
  let shown = -1;
  const ridden = (x: number) => {
    const at = Math.min(width, Math.max(0, Math.round(x)));
    if (at === shown) return;
    shown = at;
    crop(behind, 0, at);
    crop(ahead, at, width - at);
  };
  ridden(0);
  return {
    node: new Container({ children: [whole, behind, ahead], pivot: { x: 0, y: height } }),
    set(shape) {
      paint((context) => {
        paintShape(context, kit, shape, width, height, false);
        context.translate(0, height);
        paintShape(context, kit, shape, width, height, true);
      });
      ahead.texture.update();
      behind.texture.update();
    },
    ridden,
  };
}

function paintShape(
  context: CanvasRenderingContext2D,
  kit: Kit,
  shape: Shape,
  width: number,
  height: number,
  ridden: boolean,
): void {
  const { size, space, alpha, color, gradient } = kit.theme;
  const road = roadOf(shape.heights, width, height, size.stroke);
  const type = typeOf(kit.theme, 'label', 'medium');
  const print = wayToPrint(type, shape, width);
  let left = 0;
  for (const { to, gradientPct, texts } of shape.blocks) {
    const right = Math.round(to * width);
    const step = gradient[gradientStep(kit.theme, gradientPct)];
    context.save();
    context.beginPath();
    context.rect(left, 0, right - left - (texts.length > 0 ? space.slit : 0), height);
    context.clip();
    context.fillStyle = step.color;
    context.globalAlpha = ridden ? alpha.ridden : 1;
    context.fill(road.area);
    context.restore();
    context.fillStyle = ridden ? color.inkSoft : step.ink;
    printIn(context, type, texts[print] ?? '', left, right, height);
    left = right;
  }
  context.lineWidth = size.stroke;
  context.lineJoin = 'round';
  context.strokeStyle = ridden ? color.inkSoft : color.ink;
  context.stroke(road.line);
}

/** The longest way that fits in every whole block; the last one may be cut short. */
function wayToPrint(type: Type, { blocks }: Shape, width: number): number {
  const [first] = blocks;
  const whole = blocks.slice(0, -1);
  const ways = [...first.texts.keys()];
  return (
    ways.find((way) => whole.every(({ texts }) => widthOf(type, texts[way]) < first.to * width)) ?? ways.length - 1
  );
}

function printIn(
  context: CanvasRenderingContext2D,
  type: Type,
  text: string,
  left: number,
  right: number,
  height: number,
): void {
  const width = widthOf(type, text);
  if (!text || width > right - left) return;
  context.font = type.font;
  context.fillText(text, Math.round((left + right - width) / 2), height - Math.round(type.sizePx / 4));
}

/** The line of the road, and the ground below it. */
function roadOf(heights: readonly number[], width: number, height: number, stroke: number) {
  const line = new Path2D();
  for (const [i, share] of heights.entries())
    line.lineTo((i / (heights.length - 1)) * width, height - stroke / 2 - share * (height - stroke));
  const area = new Path2D(line);
  area.lineTo(width, height);
  area.lineTo(0, height);
  area.closePath();
  return { line, area };
}
