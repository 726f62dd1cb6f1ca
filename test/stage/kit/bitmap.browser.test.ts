import { Container } from 'pixi.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultEdition } from '../../../src/edition/edition.ts';
import { shippedTheme } from '../../../src/host/themes.ts';
import { createPicture } from '../../../src/stage/create-picture.ts';
import { art, type Bitmap, bitmap, type Paint } from '../../../src/stage/kit/bitmap.ts';
import { createSupplies, destroySupplies } from '../../../src/stage/kit/kit.ts';
import type { Picture } from '../../../src/stage/picture.ts';
import { pixelAt, pixelsOf } from '../../support/stage.ts';

const [WIDTH, HEIGHT] = [60, 30];
const fill = (color: string): Paint =>
  vi.fn((context) => {
    context.fillStyle = color;
    context.fillRect(0, 0, WIDTH, HEIGHT);
  });
const RED = [255, 0, 0, 255];
const BLUE = [0, 0, 255, 255];
const NOTHING = [0, 0, 0, 0];

let picture: Picture;
let piece: Bitmap;
beforeEach(async () => {
  picture = await createPicture('canvas');
  picture.resize(1, 1);
  piece = bitmap({ scale: 1 }, WIDTH, HEIGHT);
  picture.add(new Container({ children: [piece.node] }), { x: 0, y: 0, width: 100, height: 50 });
});
afterEach(() => picture.destroy());

const at = (x: number, y = 10) => {
  picture.render();
  return pixelAt(pixelsOf(picture), x, y);
};

describe('a bitmap', () => {
  it('is painted once for each thing that it says in a row', () => {
    const [red, blue] = [fill('#ff0000'), fill('#0000ff')];
    for (const [key, paint] of [
      ['red', red],
      ['red', red],
      ['blue', blue],
      ['blue', blue],
      ['red', red],
    ] as const) {
      piece.show(key, paint);
      expect(at(5)).toEqual(key === 'red' ? RED : BLUE);
    }
    expect([vi.mocked(red).mock.calls.length, vi.mocked(blue).mock.calls.length]).toEqual([2, 1]);
  });

  it('keeps nothing of what it said before', () => {
    piece.show('all', fill('#ff0000'));
    piece.show('a corner', (context) => context.fillRect(0, 0, 10, HEIGHT));
    expect(at(50)).toEqual(NOTHING);
    expect(at(5)).toEqual([0, 0, 0, 255]);
  });

  it('shows no more than it is told to, from the left, and is painted no oftener for it', () => {
    const red = fill('#ff0000');
    piece.show('red', red);
    for (const [upTo, seen] of [
      [20, 20],
      [20.4, 20],
      [1, 1],
      [0, 0],
      [-5, 0],
      [WIDTH, WIDTH],
      [WIDTH + 40, WIDTH],
    ] as const) {
      piece.upTo(upTo);
      expect(at(seen), `right of ${upTo}`).toEqual(NOTHING);
      if (seen > 0) expect(at(seen - 1), `left of ${upTo}`).toEqual(RED);
    }
    expect(red).toHaveBeenCalledTimes(1);
  });

  it('may be painted while a part of it shows', () => {
    piece.show('red', fill('#ff0000'));
    piece.upTo(20);
    piece.show('blue', fill('#0000ff'));
    expect([at(19), at(20)]).toEqual([BLUE, NOTHING]);
    piece.upTo(WIDTH);
    expect(at(WIDTH - 1)).toEqual(BLUE);
  });

  it('is drawn again only when it says or shows something else', () => {
    piece.show('red', fill('#ff0000'));
    picture.render();
    const { drawCalls } = picture.counts;
    piece.show('red', fill('#ff0000'));
    piece.upTo(WIDTH);
    picture.render();
    expect(picture.counts.drawCalls).toBe(drawCalls);
  });

  it('has as many pixels as are seen, and is drawn at the same size', () => {
    const fine = bitmap({ scale: 2 }, WIDTH, HEIGHT);
    expect([fine.node.width, fine.node.height]).toEqual([WIDTH, HEIGHT]);
    expect([fine.node.texture.source.pixelWidth, fine.node.texture.source.pixelHeight]).toEqual([120, 60]);
    fine.node.destroy();
  });

  it('frees what it was painted on with its node', () => {
    const { texture } = piece.node;
    piece.node.destroy();
    expect([texture.destroyed, texture.source?.destroyed ?? true]).toEqual([true, true]);
  });
});

describe('art', () => {
  it('is painted at its first call by a name, then shared until its supplies are given back', () => {
    const supplies = createSupplies(defaultEdition, shippedTheme(null));
    const [paint, again, other] = [fill('#ff0000'), fill('#ff0000'), fill('#0000ff')];
    const first = art(supplies, 'red', WIDTH, HEIGHT, paint);
    expect(art(supplies, 'red', WIDTH, HEIGHT, again)).toBe(first);
    expect(art(supplies, 'blue', WIDTH, HEIGHT, other)).not.toBe(first);
    expect([paint, again, other].map((one) => vi.mocked(one).mock.calls.length)).toEqual([1, 0, 1]);
    destroySupplies(supplies);
    expect([first.destroyed, supplies.art.size]).toEqual([true, 0]);
  });
});
