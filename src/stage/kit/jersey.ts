import { isSeenOn, seenOn } from '../../edition/color.ts';
import type { Color } from '../../edition/theme.ts';
import type { JerseyLook } from '../../race/jersey-look.ts';
import type { Pen } from './pen.ts';

/** A jersey: its look, and the letter of what it stands for. Never colour alone. */
export interface JerseyWords {
  readonly look: JerseyLook;
  readonly letter: string;
}

/** From one jersey to the next, in shares of its size. */
const PITCH = 1.1;
/** Where a kit changes its colour, in shares of its size: below the sleeves. */
const YOKE = 0.47;

/** Side by side from `x`, their middle at `y`. Returns the width that they take. */
export function paintJerseys(pen: Pen, jerseys: readonly JerseyWords[], x: number, y: number): number {
  const { size } = pen.supplies.theme;
  for (const [i, one] of jerseys.entries())
    paintJersey(pen, one, x + i * Math.round(size.jersey * PITCH), y, size.jersey);
  return jerseysWidth(pen.supplies, jerseys.length);
}

export function jerseysWidth({ theme }: Pick<Pen['supplies'], 'theme'>, count: number): number {
  return count === 0 ? 0 : theme.size.jersey + (count - 1) * Math.round(theme.size.jersey * PITCH);
}

/** Seen from the front, its left edge at `x`, its middle at `y`. */
export function paintJersey(pen: Pen, { look, letter }: JerseyWords, x: number, y: number, size: number): void {
  const { context, supplies } = pen;
  const { color, ink, dots } = supplies.theme.jersey[look];
  paintShirt(pen, color, x, y, size, () => {
    if (dots) polka(context, size, dots);
  });
  if (!dots) print(pen, letter, x + size / 2, y, size, ink);
}

/** The two colours of a team as what its riders wear: a yoke with its sleeves, above the rest. */
export function paintKit(pen: Pen, colors: readonly [Color, Color], x: number, y: number, size: number): void {
  const { context, ground, supplies } = pen;
  // Where the outline is seen, the colours need not be changed for it.
  const isOutlined = isSeenOn(ground.fill, supplies.theme.color.outline);
  const [upper, lower] = isOutlined ? colors : colors.map((color) => seenOn(ground.fill, color));
  paintShirt(pen, upper!, x, y, size, () => {
    context.fillStyle = lower!;
    context.fillRect(0, size * YOKE, size, size);
  });
}

/** A shirt of this colour, outlined; `print` goes on it, and not beyond. */
function paintShirt(pen: Pen, color: Color, x: number, y: number, size: number, print: () => void): void {
  const { context, supplies } = pen;
  context.save();
  context.translate(x, y - size / 2);
  context.save();
  shirt(context, size);
  context.fillStyle = color;
  context.fill();
  context.clip();
  print();
  context.restore();
  shirt(context, size);
  context.lineWidth = Math.max(2, size / 24);
  context.strokeStyle = supplies.theme.color.outline;
  context.stroke();
  context.restore();
}

/** The letter, as large as the body of the jersey allows. */
function print(pen: Pen, letter: string, x: number, y: number, size: number, ink: string): void {
  const { context, supplies } = pen;
  const { font } = supplies.theme;
  const sizePx = Math.round(size * 0.72);
  context.font = `${font.heavy} ${sizePx}px '${font.family}'`;
  context.fillStyle = ink;
  context.textAlign = 'center';
  context.fillText(letter, x, y + size * 0.1 + (sizePx * font.capHeight) / 2);
  context.textAlign = 'left';
}

/** In shares of its size. */
const SHIRT = [
  [0.34, 0.05],
  [0.04, 0.2],
  [0.1, 0.46],
  [0.22, 0.42],
  [0.22, 0.96],
  [0.78, 0.96],
  [0.78, 0.42],
  [0.9, 0.46],
  [0.96, 0.2],
  [0.66, 0.05],
] as const;

function shirt(context: CanvasRenderingContext2D, size: number): void {
  context.beginPath();
  for (const [x, y] of SHIRT) context.lineTo(x * size, y * size);
  context.quadraticCurveTo(size / 2, size * 0.2, SHIRT[0][0] * size, SHIRT[0][1] * size);
  context.closePath();
}

function polka(context: CanvasRenderingContext2D, size: number, color: string): void {
  context.fillStyle = color;
  const step = size / 4;
  for (let row = 0; row <= 4; row++)
    for (let column = 0; column <= 4; column++) {
      context.beginPath();
      context.arc((column + (row % 2) / 2) * step, (row + 0.4) * step, size * 0.095, 0, 2 * Math.PI);
      context.fill();
    }
}
