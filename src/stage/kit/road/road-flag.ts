import { Container, Sprite, Texture } from 'pixi.js';
import { art, bitmap } from '../bitmap.ts';
import type { Kit } from '../kit.ts';
import { pen } from '../pen.ts';
import { groupColor, type PennonWords, paintPennon, pennonWidth } from '../pennon.ts';

/** A group of riders on a road. */
export interface GroupMark extends PennonWords {
  readonly key: string;
  /** Share of the road. */
  readonly at: number;
}

/** `lane`: in one line below the road, each with an elbowed line to its place; `slope`: planted where the group is. */
export type Planting = 'lane' | 'slope';

/** Where a group is, and how wide its flag is; from head to back. */
export interface FlagSpot {
  readonly x: number;
  readonly roadY: number;
  readonly width: number;
}

/** The upper left of a flag. */
export interface FlagPlace {
  readonly left: number;
  readonly top: number;
}

export type Flag = ReturnType<typeof roadFlag>;

/** One flag, its pole or elbowed line, and the dot at its place. */
export function roadFlag(kit: Kit, planting: Planting) {
  const { size, ground } = kit.theme;
  const stroke = size.stroke;
  const [down, across, up] = [line(), line(), line()];
  const dot = new Sprite();
  const pennon = bitmap(kit, pennonWidth(kit, '000'), size.pennon);
  const node = new Container({ children: [down, across, up, dot, pennon.node] });
  const flag = { node, right: 0, set };
  return flag;

  /** Without a place for its flag the dot stands alone. */
  function set(mark: GroupMark, { x, width, roadY }: FlagSpot, place: FlagPlace | null): void {
    const color = groupColor(kit, mark.kind, mark.look);
    const { kind, size: count, look } = mark;
    pennon.show(`${kind} ${count} ${look}`, (context) =>
      paintPennon(pen(kit, context, ground.board), { kind, size: count, look }, 0, size.pennon / 2),
    );
    for (const part of [down, across, up]) part.tint = color;
    dot.texture = dotOf(kit, color);
    dot.position.set(x - dot.width / 2, roadY - dot.height / 2);
    pennon.node.visible = place !== null;
    flag.right = x + dot.width / 2;
    if (!place) {
      for (const part of [down, across, up]) part.visible = false;
      return;
    }
    const { left, top } = place;
    if (planting === 'lane') elbow(x, roadY, left, top);
    else plant(x, roadY, left, top);
    flag.right = Math.max(left + width, flag.right);
  }

  /** From the place straight down, across to the flag, and down to its pole. */
  function elbow(x: number, roadY: number, left: number, top: number): void {
    const elbowY = top - 2 * stroke;
    const from = x - stroke / 2;
    put(down, from, roadY, stroke, elbowY - roadY);
    put(across, Math.min(from, left), elbowY, Math.abs(left - from) + stroke, stroke);
    put(up, left, elbowY, stroke, top + size.pennon - elbowY);
    pennon.node.position.set(left, top);
  }

  /** A pole on the road; it ends below a flag that stands across it, which may be hollow. */
  function plant(x: number, roadY: number, left: number, top: number): void {
    const from = x - stroke / 2;
    const poleTop = left < from ? top + size.pennon : top;
    put(down, from, poleTop, stroke, roadY - poleTop);
    put(across, 0, 0, 0, 0);
    put(up, 0, 0, 0, 0);
    pennon.node.position.set(left, top);
  }
}

function line(): Sprite {
  return new Sprite(Texture.WHITE);
}

function put(part: Sprite, x: number, y: number, width: number, height: number): void {
  part.visible = width > 0 && height > 0;
  if (!part.visible) return;
  part.position.set(x, y);
  part.setSize(width, height);
}

/** Where a group is on the road. */
function dotOf(kit: Kit, color: string): Texture {
  const { arrow, stroke } = kit.theme.size;
  return art(kit, `dot ${color}`, arrow, arrow, (context) => {
    for (const [radius, fill] of [
      [arrow / 2, kit.theme.ground.board.fill],
      [arrow / 2 - stroke, color],
    ] as const) {
      context.fillStyle = fill;
      context.beginPath();
      context.arc(arrow / 2, arrow / 2, radius, 0, 2 * Math.PI);
      context.fill();
    }
  });
}
