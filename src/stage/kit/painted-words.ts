import { type Container, Sprite } from 'pixi.js';

/** What stands on each canvas now, and where: from left, and the middle of its capitals. */
const written = new WeakMap<object, Line[]>();

/** Remembers what a pen has written on a canvas. */
export function noteWords({ canvas }: CanvasRenderingContext2D, said: string, x: number, y: number): void {
  const text = said.replaceAll(/\s+/g, ' ').trim();
  if (text === '') return;
  const lines = written.get(canvas);
  if (lines) lines.push({ x, y, text });
  else written.set(canvas, [{ x, y, text }]);
}

/** The canvas is wiped, and painted anew. */
export const forgetWords = ({ canvas }: CanvasRenderingContext2D): void => {
  written.delete(canvas);
};

interface Line {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/**
 * The words that are to be seen in a graphic, as they were painted: which of several lengths was chosen, and what was cut.
 * One line for each piece that was painted as one (a row, a header), from top to bottom. What jerseys and the figures
 * of a road say is a picture, and not told. Costs a walk over its nodes: it is for who asks now and then.
 */
export function wordsIn(node: Container): readonly string[] {
  const lines: Line[] = [];
  gather(node, 0, 0, lines);
  lines.sort(asRead);
  // A row that is to be looked at says the same on its plate and below it.
  return lines.filter((line, i) => !lines.slice(0, i).some(isSame(line))).map(({ text }) => text);
}

function gather(node: Container, left: number, top: number, lines: Line[]): void {
  if (!node.visible || !node.renderable || node.alpha === 0) return;
  const [x, y] = [left + node.x, top + node.y];
  if (node instanceof Sprite) {
    const texts = written.get(node.texture.source.resource ?? {});
    if (texts) lines.push({ x: Math.round(x), y: Math.round(y), text: textOf(texts) });
  }
  for (const child of node.children) gather(child, x, y, lines);
}

const asRead = (a: Line, b: Line): number => a.y - b.y || a.x - b.x;

const textOf = (lines: readonly Line[]): string =>
  [...lines]
    .sort(asRead)
    .map(({ text }) => text)
    .join(' ');

const isSame =
  (a: Line) =>
  (b: Line): boolean =>
    a.y === b.y && a.text === b.text;
