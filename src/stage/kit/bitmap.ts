import { CanvasSource, DOMAdapter, Rectangle, Sprite, Texture } from 'pixi.js';
import type { Supplies } from './kit.ts';
import { forgetWords } from './painted-words.ts';

/** Draws in pixels of 1920 x 1080, from the upper left corner of the piece. */
export type Paint = (context: CanvasRenderingContext2D) => void;

/** A part of a graphic that is one picture: painted again only when what it says changes. */
export interface Bitmap {
  readonly node: Sprite;
  /** Paints what is known by this key, unless it shows that already. */
  show(key: string, paint: Paint): void;
  /** Shows no more than this of it, from the left: what hangs on a cloth that unfurls. */
  upTo(x: number): void;
  /** Shows no more than what lies to the right of this: the words of another come over it from the left. */
  from(x: number): void;
  /** Shows only so much of its height: something else lies on the rest. */
  span(top: number, height: number): void;
}

/**
 * Everything that is not a rectangle is painted by the browser's own 2D canvas and drawn as a sprite: the edges are
 * then the same under both renderers, without the price of antialiasing on the GPU.
 */
export function bitmap({ scale }: Pick<Supplies, 'scale'>, width: number, height: number): Bitmap {
  const texture = canvasTexture(scale, width, height);
  const node = new Sprite(texture);
  node.on('destroyed', () => texture.destroy(true));
  let shown: string | null = null;
  const part = { left: 0, right: width, top: 0, height };
  const within = (x: number) => Math.min(width, Math.max(0, Math.round(x)));
  const crop = () => {
    const { frame } = texture;
    const wide = part.right - part.left;
    node.renderable = wide > 0 && part.height > 0;
    frame.x = Math.min(part.left, width - 1);
    frame.y = part.top;
    frame.width = Math.max(1, wide);
    frame.height = Math.max(1, part.height);
    texture.update();
  };
  return {
    node,
    show(key, paint) {
      if (key === shown) return;
      shown = key;
      paintOn(texture, paint);
      texture.source.update();
      texture.update();
    },
    upTo(x) {
      const right = within(x);
      if (right === part.right) return;
      part.right = right;
      crop();
    },
    from(x) {
      const left = within(x);
      if (left === part.left) return;
      part.left = left;
      node.x = left;
      crop();
    },
    span(top, tall) {
      if (top === part.top && tall === part.height) return;
      Object.assign(part, { top, height: tall });
      node.y = top;
      crop();
    },
  };
}

/** Painted at the first call for this name, then shared. */
export function art(kit: Pick<Supplies, 'art' | 'scale'>, name: string, width: number, height: number, paint: Paint) {
  const known = kit.art.get(name);
  if (known) return known;
  const texture = canvasTexture(kit.scale, width, height);
  paintOn(texture, paint);
  kit.art.set(name, texture);
  return texture;
}

function canvasTexture(scale: number, width: number, height: number): Texture<CanvasSource> {
  const canvas = DOMAdapter.get().createCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  const source = new CanvasSource({ resource: canvas, resolution: scale });
  return new Texture({ source, frame: new Rectangle(0, 0, width, height), dynamic: true });
}

/** Each painting begins with a clean brush, whatever the one before left behind. */
function paintOn(texture: Texture<CanvasSource>, paint: Paint): void {
  const { context2D: context, resolution, pixelWidth, pixelHeight } = texture.source;
  forgetWords(context);
  context.save();
  context.clearRect(0, 0, pixelWidth, pixelHeight);
  context.scale(resolution, resolution);
  paint(context);
  context.restore();
}
