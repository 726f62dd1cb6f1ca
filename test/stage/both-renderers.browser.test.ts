import { Container, Sprite, Texture } from 'pixi.js';
import { expect, test } from 'vitest';
import { createPicture } from '../../src/stage/create-picture.ts';
import type { RendererName } from '../../src/stage/renderer.ts';
import { pixelAt, pixelsOf } from '../support/stage.ts';

/** More textures than pixi puts into one draw call. */
const COLORS = Array.from({ length: 40 }, (_, i) => [i * 6, 255 - i * 6, 100, 255]);
const SIZE = 20;

test('a page may draw with one renderer after the other', async () => {
  expect(await drawn('canvas')).toEqual(COLORS);
  expect(await drawn('webgl')).toEqual(COLORS);
  expect(await drawn('canvas')).toEqual(COLORS);
});

/** The colour of each of so many sprites, as this renderer draws them. */
async function drawn(renderer: RendererName): Promise<number[][]> {
  const picture = await createPicture(renderer);
  picture.resize(1, 1);
  const node = new Container({
    children: COLORS.map((color, i) => new Sprite({ texture: flat(color), x: i * SIZE })),
  });
  const plane = picture.add(node, { x: 0, y: 0, width: COLORS.length * SIZE, height: SIZE });
  picture.render();
  const pixels = pixelsOf(picture);
  plane.remove();
  node.destroy({ children: true, texture: true, textureSource: true });
  picture.destroy();
  return COLORS.map((_, i) => pixelAt(pixels, i * SIZE + SIZE / 2, SIZE / 2));
}

function flat(color: readonly number[]): Texture {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const context = canvas.getContext('2d')!;
  context.fillStyle = `rgb(${color.slice(0, 3).join(' ')})`;
  context.fillRect(0, 0, SIZE, SIZE);
  return Texture.from(canvas);
}
