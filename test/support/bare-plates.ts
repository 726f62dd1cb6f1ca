import { type Container, Sprite } from 'pixi.js';

/** Narrower is no row of words: a tab, a pennon, an edge. */
const LEAST_WIDTH = 100;
const TALLEST = 2000;

interface Piece {
  readonly isWords: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Heights of what shows of plates without words on them, one below the other, in the column at `x` of the picture. */
export function barePlates(node: Container, x: number): number[] {
  const shown = piecesIn(node).filter((piece) => piece.x <= x && piece.x + piece.width > x);
  const bare = Array.from({ length: TALLEST }, (_, y) => {
    const here = shown.filter((piece) => piece.y <= y && piece.y + piece.height > y);
    return here.length > 0 && !here.some(({ isWords }) => isWords);
  });
  return runsOf(bare);
}

/** How long each unbroken run of true is. */
export function runsOf(flags: readonly boolean[]): number[] {
  const runs: number[] = [];
  let run = 0;
  for (const flag of [...flags, false]) {
    if (flag) run += 1;
    else if (run > 0) {
      runs.push(run);
      run = 0;
    }
  }
  return runs;
}

/** Plates and words as they show; what is painted is words, and a plate is one colour. */
function piecesIn(node: Container, left = node.x, top = node.y): Piece[] {
  return node.children.flatMap((child) => {
    if (!child.visible || !child.renderable) return [];
    const [x, y] = [left + child.x, top + child.y];
    const { width, height } = child;
    const isWords = child instanceof Sprite && child.alpha === 1 && child.texture.source.height > 1;
    const isPlate = child instanceof Sprite && child.alpha < 1;
    const own = (isWords || isPlate) && (isWords || width > LEAST_WIDTH) ? [{ isWords, x, y, width, height }] : [];
    return [...own, ...piecesIn(child, x, y)];
  });
}
