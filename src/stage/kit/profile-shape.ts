import { Container, Rectangle, Sprite, Texture } from 'pixi.js';
import { gradientStep } from '../../edition/theme.ts';
import type { Kit } from './kit.ts';
import { sheet } from './sheet.ts';
import { type Type, typeOf, widthOf } from './type.ts';

/** A road from the side. Shares of 1 along and up. */
export interface Shape {
  /** Equally spaced along the road, from first to last. */
  readonly heights: readonly number[];
  /** One after the other from start to end; the text is printed inside where there is room. */
  readonly blocks: readonly Block[];
}

export interface Block {
  readonly to: number;
  readonly gradientPct: number;
  readonly text: string;
}

/** The node stands at the upper left of the shape. */
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
    node: new Container({ children: [whole, behind, ahead] }),
    set(shape) {
      paint((context) => {
        paintShape(context, kit, shape, width, height);
        context.translate(0, height);
        context.globalAlpha = kit.theme.alpha.ridden;
        paintShape(context, kit, shape, width, height);
      });
      ahead.texture.update();
      behind.texture.update();
    },
    ridden,
  };
}

function paintShape(context: CanvasRenderingContext2D, kit: Kit, shape: Shape, width: number, height: number): void {
  const { stroke } = kit.theme.size;
  const road = roadOf(shape.heights, width, height, stroke);
  const text = typeOf(kit.theme, 'label', 'medium');
  let left = 0;
  for (const block of shape.blocks) {
    const right = Math.round(block.to * width);
    const step = kit.theme.gradient[gradientStep(kit.theme, block.gradientPct)];
    context.save();
    context.beginPath();
    context.rect(left, 0, right - left - (block.text ? kit.theme.space.slit : 0), height);
    context.clip();
    context.fillStyle = step.color;
    context.fill(road.area);
    context.restore();
    context.fillStyle = step.ink;
    printIn(context, text, block.text, left, right, height);
    left = right;
  }
  context.lineWidth = stroke;
  context.lineJoin = 'round';
  context.strokeStyle = kit.theme.color.ink;
  context.stroke(road.line);
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
  context.fillText(text, Math.round((left + right - width) / 2), height - Math.round(type.sizePx * 0.25));
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
