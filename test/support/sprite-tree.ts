import { Container, Sprite, Texture } from 'pixi.js';
import { createPicture } from '../../src/stage/create-picture.ts';
import { type Bitmap, bitmap } from '../../src/stage/kit/bitmap.ts';
import type { Picture } from '../../src/stage/picture.ts';
import { compare } from './compare.ts';

/** Pixels of the trees of these tests, and of the small pictures in which they are drawn. */
export const TREE = { x: 0, y: 0, width: 160, height: 90 };
/** So many leaves hang on each branch: flat colours and painted ones, by turns. */
export const LEAVES = 6;
export const BRANCHES = 2;
const LEAF = { width: 40, height: 24 };

/** One change of one leaf; what is not named stays as it is. */
export interface Edit {
  readonly branch: number;
  readonly leaf: number;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly alpha?: number;
  readonly zIndex?: number;
  readonly visible?: boolean;
  readonly renderable?: boolean;
  /** Of a flat one its tint, of a painted one what is painted. */
  readonly color?: number;
  /** Shows so much of a painted one. */
  readonly upTo?: number;
  /** On its branch or not. */
  readonly hangs?: boolean;
  /** Of the branch itself. */
  readonly branchX?: number;
  readonly branchZ?: number;
  readonly branchAlpha?: number;
}

export interface Tree {
  readonly root: Container;
  edit(edit: Edit): void;
}

/** Two branches of plain sprites, as the kit makes them, that overlap each other. */
export function tree(scale = 1): Tree {
  const root = new Container({ sortableChildren: true });
  const branches = Array.from({ length: BRANCHES }, (_, b) => branch(b, scale));
  root.addChild(...branches.map(({ node }) => node));
  return {
    root,
    edit(edit) {
      const { node, leaves } = branches[edit.branch]!;
      const { sprite, paint, crop } = leaves[edit.leaf]!;
      const { branchX = node.x, branchZ = node.zIndex, branchAlpha = node.alpha, hangs } = edit;
      Object.assign(node, { x: branchX, zIndex: branchZ, alpha: branchAlpha });
      const { x = sprite.x, y = sprite.y, alpha = sprite.alpha, zIndex = sprite.zIndex } = edit;
      const { visible = sprite.visible, renderable = sprite.renderable } = edit;
      Object.assign(sprite, { x, y, alpha, zIndex, visible, renderable });
      if (edit.color !== undefined) paint(edit.color);
      if (edit.upTo !== undefined) crop(edit.upTo);
      if (edit.width !== undefined && sprite.texture === Texture.WHITE) sprite.setSize(edit.width, LEAF.height);
      if (hangs === true && !sprite.parent) node.addChild(sprite);
      if (hangs === false) sprite.removeFromParent();
    },
  };
}

function branch(b: number, scale: number) {
  const node = new Container({ x: 10 * b, y: 6 * b, sortableChildren: true });
  const leaves = Array.from({ length: LEAVES }, (_, i) => (i % 2 === 0 ? flat() : painted(scale)));
  for (const [i, { sprite }] of leaves.entries()) {
    sprite.position.set(14 * i, 8 * i);
    node.addChild(sprite);
  }
  return { node, leaves };
}

function flat() {
  const sprite = new Sprite({ texture: Texture.WHITE, tint: 0x336699 });
  sprite.setSize(LEAF.width, LEAF.height);
  const paint = (color: number) => {
    sprite.tint = color;
  };
  return { sprite, paint, crop() {} };
}

function painted(scale: number) {
  const piece: Bitmap = bitmap({ scale }, LEAF.width, LEAF.height);
  const paint = (color: number) =>
    piece.show(String(color), (context) => {
      context.fillStyle = `#${color.toString(16).padStart(6, '0')}`;
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(LEAF.width, 5);
      context.lineTo(8, LEAF.height);
      context.fill();
    });
  paint(0xcc3300);
  return { sprite: piece.node, paint, crop: piece.upTo };
}

/** The same sprites again, in the order of their z, in a tree that nobody has drawn. */
function copyOf(node: Container): Container {
  const { x, y, alpha, visible, renderable } = node;
  const copy = node instanceof Sprite ? new Sprite({ texture: node.texture, tint: node.tint }) : new Container();
  Object.assign(copy, { x, y, alpha, visible, renderable });
  copy.scale.copyFrom(node.scale);
  const children = node.sortableChildren ? node.children.toSorted((a, b) => a.zIndex - b.zIndex) : [...node.children];
  for (const child of children) if (child.visible) copy.addChild(copyOf(child));
  return copy;
}

/** A picture in which a tree is changed and drawn, and another in which it is always drawn anew. */
export async function sketch(scale = 1) {
  const [live, anew] = [await createPicture('canvas'), await createPicture('canvas')];
  for (const picture of [live, anew]) picture.resize(scale, 1);
  return {
    live,
    add: (root: Container) => live.add(root, TREE),
    /** Draws what changed. */
    incremental(): ImageData {
      live.render();
      return pixels(live, scale);
    },
    /** Draws all of it for the first time. */
    fresh(root: Container): ImageData {
      const copy = copyOf(root);
      const plane = anew.add(copy, TREE);
      anew.render();
      const drawn = pixels(anew, scale);
      plane.remove();
      copy.destroy({ children: true });
      return drawn;
    },
    close() {
      live.destroy();
      anew.destroy();
    },
  };
}

function pixels(picture: Picture, scale: number): ImageData {
  const [width, height] = [TREE.width * scale, TREE.height * scale];
  const flat = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  picture.copyTo(flat);
  return flat.getImageData(0, 0, width, height);
}

/** A tree that has been drawn once; `wrong` counts the pixels in which it differs from one that is drawn anew. */
export async function drawnTree() {
  const on = await sketch();
  const top = tree();
  on.add(top.root);
  on.incremental();
  return { on, top, wrong: () => compare(on.fresh(top.root), on.incremental()).count };
}
