import { Container, Sprite, Texture } from 'pixi.js';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../src/edition/theme.ts';
import { createPicture } from '../../src/stage/create-picture.ts';
import { around, cropOf } from '../../src/stage/crop.ts';
import type { Picture } from '../../src/stage/picture.ts';
import { pixelAt, pixelsOf } from '../support/stage.ts';

const RED = 0xff0000;
const BLUE = 0x0000ff;

describe('the box around others', () => {
  test('holds each of them and no more', () => {
    const boxes: Box[] = [
      { x: 300, y: 40, width: 10, height: 500 },
      { x: 120, y: 200, width: 400, height: 30 },
    ];
    expect(around(boxes)).toEqual({ x: 120, y: 40, width: 400, height: 500 });
    expect(around(boxes.slice(1))).toEqual(boxes[1]);
    expect(around([])).toBeNull();
  });

  test('is of whole device pixels, and cuts off none', () => {
    expect(cropOf({ x: 3, y: 5, width: 3, height: 6 }, 1.5)).toEqual({ left: 4, top: 7, width: 5, height: 10 });
  });
});

/** One flat sprite that fills a box. */
function flat(picture: Picture, box: Box, tint: number) {
  const node = new Container({ children: [new Sprite({ texture: Texture.WHITE, tint, ...box })] });
  const plane = picture.add(node, box);
  return () => {
    plane.remove();
    node.destroy({ children: true });
  };
}

/** Where the one canvas of a WebGL picture stands in it, in CSS pixels; null where it is not shown. */
function shown({ element }: Picture): readonly number[] | null {
  const canvas = element.querySelector('canvas')!;
  const box = canvas.getBoundingClientRect();
  const origin = element.getBoundingClientRect();
  return canvas.checkVisibility() ? [box.x - origin.x, box.y - origin.y, box.width, box.height] : null;
}

test.each([1, 0.5])('with WebGL the canvas is as large as what is in it, at a scale of %s', async (scale) => {
  const picture = await createPicture('webgl');
  document.body.append(picture.element);
  picture.resize(scale, 1);
  const at = (x: number, y: number) => pixelAt(pixelsOf(picture), x * scale, y * scale);
  picture.render();
  expect(shown(picture)).toBeNull();

  const removeRed = flat(picture, { x: 100, y: 60, width: 40, height: 20 }, RED);
  picture.render();
  expect(shown(picture)).toEqual([100, 60, 40, 20].map((length) => length * scale));
  expect(at(110, 70)).toEqual([255, 0, 0, 255]);

  const removeBlue = flat(picture, { x: 20, y: 400, width: 600, height: 100 }, BLUE);
  picture.render();
  expect(shown(picture)).toEqual([20, 60, 600, 440].map((length) => length * scale));
  expect([at(110, 70), at(30, 410), at(30, 70)]).toEqual([
    [255, 0, 0, 255],
    [0, 0, 255, 255],
    [0, 0, 0, 0],
  ]);

  removeRed();
  picture.render();
  expect(shown(picture)).toEqual([20, 400, 600, 100].map((length) => length * scale));
  expect([at(110, 70), at(30, 410)]).toEqual([
    [0, 0, 0, 0],
    [0, 0, 255, 255],
  ]);

  removeBlue();
  picture.render();
  expect(shown(picture)).toBeNull();
  picture.destroy();
});
