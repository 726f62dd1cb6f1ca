import { CanvasSource, DOMAdapter, Sprite, Texture } from 'pixi.js';
import type { Kit } from './kit.ts';

/** Draws in pixels of 1920 x 1080, from the upper left corner of the piece. */
export type Paint = (context: CanvasRenderingContext2D) => void;

/** A sprite with a canvas of its own, painted again when its content changes. */
export interface CanvasSprite {
  readonly node: Sprite;
  /** Clears, paints, and has it drawn in the next frame. */
  paint(paint: Paint): void;
}

/**
 * Everything that is not a rectangle is painted by the browser's own 2D canvas and drawn as a sprite: the edges are
 * then the same under both renderers, without the price of antialiasing on the GPU.
 */
export function canvasSprite({ scale }: Pick<Kit, 'scale'>, width: number, height: number): CanvasSprite {
  const texture = canvasTexture(scale, width, height);
  const node = new Sprite(texture);
  node.on('destroyed', () => texture.destroy(true));
  return {
    node,
    paint(paint) {
      paintOn(texture, paint);
      texture.source.update();
      texture.update();
    },
  };
}

/** Painted at the first call for this name, then shared. */
export function art(kit: Kit, name: string, width: number, height: number, paint: Paint): Texture {
  const known = kit.art.get(name);
  if (known) return known;
  const texture = canvasTexture(kit.scale, width, height);
  paintOn(texture, paint);
  kit.art.set(name, texture);
  return texture;
}

function canvasTexture(scale: number, width: number, height: number): Texture<CanvasSource> {
  const canvas = DOMAdapter.get().createCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
  return new Texture({ source: new CanvasSource({ resource: canvas, resolution: scale }), dynamic: true });
}

function paintOn(texture: Texture<CanvasSource>, paint: Paint): void {
  const { context2D: context, resolution, pixelWidth, pixelHeight } = texture.source;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, pixelWidth, pixelHeight);
  context.setTransform(resolution, 0, 0, resolution, 0, 0);
  paint(context);
}
