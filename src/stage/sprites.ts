import { type Container, Sprite, Texture, type TextureSource, ViewContainer } from 'pixi.js';

/** A sprite as it is to be drawn, in the pixels of a canvas. */
export interface SeenSprite {
  readonly node: Sprite;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly alpha: number;
  /** What it is of: two that say the same look the same. */
  readonly look: string;
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly alpha: number;
}

/**
 * The sprites of a graphic in the order in which they are drawn; null where it is made of more than plain sprites, which
 * pixi's own renderer must draw. `left`, `top`: where the canvas lies in the picture.
 */
export function spritesOf(root: Container, scale: number, left: number, top: number): SeenSprite[] | null {
  const sprites: SeenSprite[] = [];
  const isPlain = walk(root, { x: -left, y: -top, scaleX: scale, scaleY: scale, alpha: 1 }, sprites);
  return isPlain ? sprites : null;
}

function walk(node: Container, at: Frame, into: SeenSprite[]): boolean {
  if (!node.visible || !node.renderable || node.alpha === 0) return true;
  if (!isUpright(node)) return false;
  const frame = {
    x: at.x + node.x * at.scaleX,
    y: at.y + node.y * at.scaleY,
    scaleX: at.scaleX * node.scale.x,
    scaleY: at.scaleY * node.scale.y,
    alpha: at.alpha * node.alpha,
  };
  if (node instanceof Sprite && isPlain(node)) {
    if (node.texture !== Texture.EMPTY) into.push(drawnOf(node, frame));
  } else if (node instanceof ViewContainer) return false;
  if (node.sortableChildren && node.sortDirty) node.sortChildren();
  return node.children.every((child) => walk(child, frame, into));
}

const WHITE = 0xffffff;

/** Moved and scaled, and no more; what hangs on it has its own colours. */
const isUpright = ({ rotation, pivot, scale, skew, effects, tint, blendMode, children }: Container): boolean =>
  rotation === 0 &&
  [pivot.x, pivot.y, skew.x, skew.y].every((it) => it === 0) &&
  scale.x >= 0 &&
  scale.y >= 0 &&
  !effects?.length &&
  (children.length === 0 || (tint === WHITE && (blendMode === 'inherit' || blendMode === 'normal')));

/** Its canvas as it is; or one colour. */
const isPlain = ({ anchor, texture, tint, blendMode }: Sprite): boolean =>
  anchor.x === 0 &&
  anchor.y === 0 &&
  (blendMode === 'inherit' || blendMode === 'normal') &&
  (texture === Texture.WHITE || (tint === WHITE && !texture.rotate && !texture.trim));

function drawnOf(node: Sprite, { x, y, scaleX, scaleY, alpha }: Frame): SeenSprite {
  const { texture, tint } = node;
  const { uid, frame, source } = texture;
  const look = `${uid} ${frame.x} ${frame.y} ${frame.width} ${frame.height} ${revisionOf(source)} ${tint} ${alpha}`;
  // Neighbours meet on a pixel, at any scale.
  const [left, top] = [Math.round(x), Math.round(y)];
  const width = Math.round(x + frame.width * scaleX) - left;
  const height = Math.round(y + frame.height * scaleY) - top;
  return { node, x: left, y: top, width, height, alpha, look };
}

const revisions = new WeakMap<TextureSource, { count: number }>();

/** How often a canvas has been painted again since it was first seen. */
function revisionOf(source: TextureSource): number {
  const known = revisions.get(source);
  if (known) return known.count;
  const revision = { count: 0 };
  revisions.set(source, revision);
  source.on('update', () => {
    revision.count += 1;
  });
  return 0;
}

/** Draws a sprite as it is said to be. */
export function drawSprite(context: CanvasRenderingContext2D, { node, x, y, width, height, alpha }: SeenSprite): void {
  const { texture, tint } = node;
  context.globalAlpha = alpha;
  if (texture === Texture.WHITE) {
    context.fillStyle = `#${tint.toString(16).padStart(6, '0')}`;
    context.fillRect(x, y, width, height);
    return;
  }
  const { frame, source } = texture;
  const fine = source.resolution;
  const image = source.resource as CanvasImageSource;
  context.drawImage(
    image,
    frame.x * fine,
    frame.y * fine,
    frame.width * fine,
    frame.height * fine,
    x,
    y,
    width,
    height,
  );
}
