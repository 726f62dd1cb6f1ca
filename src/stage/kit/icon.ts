import type { Texture } from 'pixi.js';
import type { Color } from '../../edition/theme.ts';
import { art, type Paint } from './canvas-sprite.ts';
import type { Kit } from './kit.ts';

export type IconName = 'up' | 'down' | 'dot' | 'flag';

/** A small shape of one colour, shared by all that show it. */
export function icon(kit: Kit, name: IconName, color: Color, size = kit.theme.size.icon): Texture {
  return art(kit, `icon ${name} ${color} ${size}`, size, size, (context) => {
    context.fillStyle = color;
    shapes[name](size, kit.theme.color.inkDark)(context);
  });
}

const shapes: Readonly<Record<IconName, (size: number, dark: Color) => Paint>> = {
  up: (size) => (context) => triangle(context, size, 0.84, 0.16),
  down: (size) => (context) => triangle(context, size, 0.16, 0.84),
  dot: (size, dark) => (context) => {
    context.arc(size / 2, size / 2, size / 2, 0, 2 * Math.PI);
    context.save();
    context.fillStyle = dark;
    context.fill();
    context.restore();
    context.beginPath();
    context.arc(size / 2, size / 2, size / 2 - 4, 0, 2 * Math.PI);
    context.fill();
  },
  flag: (size, dark) => (context) => {
    const pole = size / 8;
    const square = (size - pole) / 4;
    context.fillRect(size - pole, 0, pole, size);
    for (let row = 0; row < 3; row++)
      for (let column = 0; column < 4; column++) {
        context.save();
        if ((row + column) % 2) context.fillStyle = dark;
        context.fillRect(column * square, row * square, square, square);
        context.restore();
      }
  },
};

function triangle(context: CanvasRenderingContext2D, size: number, base: number, tip: number): void {
  context.beginPath();
  context.moveTo(0, base * size);
  context.lineTo(size, base * size);
  context.lineTo(size / 2, tip * size);
  context.closePath();
  context.fill();
}
