import { Container, Rectangle, Sprite, Texture } from 'pixi.js';
import type { Color, Cut } from '../../edition/theme.ts';
import { art } from './bitmap.ts';
import type { Kit } from './kit.ts';

/**
 * A plate that unfurls from its pole, behind an edge that leans. Its alpha is that of every plate, always: what shows of
 * it is its width. What hangs on it is shown as far as it is open.
 */
export interface Cloth {
  readonly node: Container;
  readonly width: number;
  /** How far it has unfurled, from 0 to its width. */
  open: number;
  /** Shows only so much of its height: something else lies on the rest, and no plate lies on a plate. */
  span(top: number, height: number): void;
  /** Tells what is to be shown no farther than the cloth. */
  hang(upTo: (x: number) => void): void;
}

type Edge = 'straight' | 'fly' | 'tail';

export interface ClothStyle {
  readonly width: number;
  readonly height: number;
  readonly color: Color;
  /** When it is open: cut off straight; leaning outward, beyond its width; or the tail of a swallow, beyond it as well. */
  readonly edge: Edge;
}

/** By how much the edge of a plate leans. */
export const leanOf = ({ theme: { cut, size } }: Pick<Kit, 'theme'>, height: number): number =>
  Math.round((height / size.module) * cut.perModule);

export function cloth(kit: Kit, { width, height, color, edge: shape }: ClothStyle): Cloth {
  const alpha = kit.theme.plateAlpha / 255;
  const lean = leanOf(kit, height);
  const body = new Sprite({ texture: Texture.WHITE, tint: color, alpha });
  const edge = edgeSprite(kit, color, lean, height, shape);
  edge.alpha = alpha;
  const hung: ((x: number) => void)[] = [];
  const span = { top: 0, height };
  let open = -1;
  const draw = () => {
    body.y = span.top;
    body.setSize(Math.max(1, open), Math.max(1, span.height));
    body.renderable = open > 0 && span.height > 0;
    const free = shape === 'straight' ? Math.min(lean, width - open) : lean;
    edge.x = open;
    edge.renderable = open > 0 && free > 0 && span.height === height;
    if (!edge.renderable || edge.texture.frame.width === free) return;
    edge.texture.frame.width = free;
    edge.texture.update();
  };
  const show = (next: number) => {
    const x = Math.round(next);
    if (x === open) return;
    open = x;
    draw();
    for (const upTo of hung) upTo(x);
  };
  show(width);
  return {
    node: new Container({ children: [body, edge] }),
    width,
    get open() {
      return open;
    },
    set open(x) {
      show(x);
    },
    span(top, tall) {
      if (top === span.top && tall === span.height) return;
      Object.assign(span, { top, height: tall });
      draw();
    },
    hang(upTo) {
      hung.push(upTo);
      upTo(open);
    },
  };
}

/** The triangle at the end of a cloth: a frame of its own on a picture that all cloths of that colour share. */
function edgeSprite(kit: Kit, color: Color, lean: number, height: number, shape: Edge): Sprite {
  const isTail = shape === 'tail';
  const name = `edge ${color} ${lean} ${height} ${isTail}`;
  const { source } = art(kit, name, lean, height, (context) => {
    if (isTail) tail(context, lean, height);
    else leaning(context, lean, height, kit.theme.cut);
    context.fillStyle = color;
    context.fill();
  });
  const texture = new Texture({ source, frame: new Rectangle(0, 0, lean, height), dynamic: true });
  const node = new Sprite(texture);
  node.on('destroyed', () => texture.destroy());
  return node;
}

function leaning(context: CanvasRenderingContext2D, lean: number, height: number, { outward }: Cut): void {
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(lean, outward === 'top' ? 0 : height);
  context.lineTo(0, height);
  context.closePath();
}

function tail(context: CanvasRenderingContext2D, depth: number, height: number): void {
  context.beginPath();
  context.moveTo(0, 0);
  context.lineTo(depth, 0);
  context.lineTo(0, height / 2);
  context.lineTo(depth, height);
  context.lineTo(0, height);
  context.closePath();
}
