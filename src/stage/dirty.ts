import type { Sprite } from 'pixi.js';
import type { Box } from '../edition/theme.ts';
import type { SeenSprite } from './sprites.ts';

/** So many parts are drawn by themselves; more are drawn as one. */
const MOST = 4;

/** Which parts of a graphic are to be drawn again: where something changed since the last time, and where it was then. */
export class Dirty {
  #before: ReadonlyMap<Sprite, SeenSprite> | null = null;

  /** Everything is to be drawn. */
  forget(): void {
    this.#before = null;
  }

  /** On whole pixels; null where all is to be drawn. */
  parts(sprites: readonly SeenSprite[]): Box[] | null {
    const before = this.#before;
    const now = new Map(sprites.map((drawn) => [drawn.node, drawn]));
    this.#before = now;
    if (!before) return null;
    const boxes: Box[] = [];
    const kept = [...before.keys()].filter((node) => now.has(node)).values();
    for (const [node, drawn] of now) {
      const old = before.get(node);
      // What lay below may lie above now.
      const isAsHigh = old !== undefined && kept.next().value === node;
      if (isAsHigh && isSame(old, drawn)) continue;
      if (old) boxes.push(boxOf(old));
      boxes.push(boxOf(drawn));
    }
    for (const [node, drawn] of before) if (!now.has(node)) boxes.push(boxOf(drawn));
    return joined(boxes);
  }
}

const isSame = (a: SeenSprite, b: SeenSprite): boolean =>
  a.look === b.look && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

function boxOf({ x, y, width, height }: SeenSprite): Box {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return { x: left, y: top, width: Math.ceil(x + width) - left, height: Math.ceil(y + height) - top };
}

const area = ({ width, height }: Box): number => width * height;

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  return { x, y, width, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

/** Boxes that are drawn at once where that costs no more than apart, and few enough in the end. */
function joined(boxes: readonly Box[]): Box[] {
  const parts: Box[] = [];
  for (const box of boxes) {
    if (area(box) <= 0) continue;
    let one = box;
    for (let i = 0; i < parts.length; ) {
      const both = around(parts[i]!, one);
      if (area(both) > area(parts[i]!) + area(one)) i += 1;
      else {
        one = both;
        parts.splice(i, 1);
        i = 0;
      }
    }
    parts.push(one);
  }
  return parts.length > MOST ? [parts.reduce(around)] : parts;
}
