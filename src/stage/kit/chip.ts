import { Container, Sprite, Texture } from 'pixi.js';
import type { Color } from '../../edition/theme.ts';
import type { JerseyKind } from '../../race/sheet.ts';
import { art, type Paint } from './canvas-sprite.ts';
import type { Kit } from './kit.ts';
import { typeOf, widthOf } from './type.ts';

/** The jerseys in a group or on a rider: a colour with a letter or with dots, never colour alone. The node is their left, middle. */
export interface Chips {
  readonly node: Container;
  /** Puts them beside each other, closer where `width` asks for it; returns the width they take. */
  set(kinds: readonly JerseyKind[], width?: number): number;
}

const KINDS: readonly JerseyKind[] = ['general', 'points', 'mountain', 'young'];

export function chips(kit: Kit): Chips {
  const size = kit.theme.size.chip;
  const node = new Container();
  const sprites = KINDS.map(() => new Sprite({ texture: Texture.EMPTY, alpha: 0 }));
  for (const sprite of sprites) sprite.y = -size / 2;
  // The first is the most important one, and lies on top.
  node.addChild(...[...sprites].reverse());
  return {
    node,
    set(kinds, width = Number.POSITIVE_INFINITY) {
      const natural = size + kit.theme.space.slit;
      const room = kinds.length > 1 ? (width - size) / (kinds.length - 1) : natural;
      const step = Math.floor(Math.min(natural, room));
      for (const [i, sprite] of sprites.entries()) {
        const kind = kinds[i];
        sprite.alpha = kind ? 1 : 0;
        if (!kind) continue;
        sprite.texture = jersey(kit, kind);
        sprite.x = i * step;
      }
      return kinds.length === 0 ? 0 : size + (kinds.length - 1) * step;
    },
  };
}

function jersey(kit: Kit, kind: JerseyKind): Texture {
  const size = kit.theme.size.chip;
  return art(kit, `jersey ${kind}`, size, size, (context) => paintJersey(context, kit, kind));
}

function paintJersey(context: CanvasRenderingContext2D, kit: Kit, kind: JerseyKind): void {
  const { color, ink, dots } = kit.theme.jersey[kind];
  const size = kit.theme.size.chip;
  context.save();
  shirt(size)(context);
  context.fillStyle = color;
  context.fill();
  context.clip();
  if (dots) polka(size, dots)(context);
  context.restore();
  shirt(size)(context);
  context.lineWidth = 2;
  context.strokeStyle = kit.theme.color.inkDark;
  context.stroke();
  if (!dots) printLetter(context, kit, kind, ink);
}

function printLetter(context: CanvasRenderingContext2D, kit: Kit, kind: JerseyKind, ink: Color): void {
  const size = kit.theme.size.chip;
  const type = typeOf(kit.theme, 'chip', 'bold');
  const letter = kit.words.jerseyLetter[kind];
  context.font = type.font;
  context.fillStyle = ink;
  context.fillText(letter, (size - widthOf(type, letter)) / 2, Math.round(size * 0.86));
}

/** A jersey seen from the front, in shares of its size. */
const SHIRT = [
  [0.34, 0.05],
  [0.04, 0.2],
  [0.04, 0.48],
  [0.2, 0.48],
  [0.2, 0.96],
  [0.8, 0.96],
  [0.8, 0.48],
  [0.96, 0.48],
  [0.96, 0.2],
  [0.66, 0.05],
] as const;

const shirt =
  (size: number): Paint =>
  (context) => {
    context.beginPath();
    for (const [x, y] of SHIRT) context.lineTo(x * size, y * size);
    context.quadraticCurveTo(size / 2, size * 0.2, SHIRT[0][0] * size, SHIRT[0][1] * size);
    context.closePath();
  };

const polka =
  (size: number, color: string): Paint =>
  (context) => {
    context.fillStyle = color;
    const step = size / 4;
    for (let row = 0; row <= 4; row++)
      for (let column = 0; column <= 4; column++) {
        context.beginPath();
        context.arc((column + (row % 2) / 2) * step, (row + 0.4) * step, size * 0.095, 0, 2 * Math.PI);
        context.fill();
      }
  };
