import { expect, test } from 'vitest';
import { END_MS, live } from '../../src/host/lab-life.ts';
import { catalogue } from '../../src/host/scenes.ts';
import { createPicture } from '../../src/stage/create-picture.ts';
import { loadFonts } from '../../src/stage/kit/fonts.ts';
import type { Scene } from '../../src/stage/scene.ts';
import { pixelsOf } from '../support/stage.ts';

test('a moment is the same picture, whatever was looked at before', async () => {
  await loadFonts();
  const picture = await createPicture('canvas');
  const [id, { full }] = [...catalogue][0]!;
  const life = live({ id, scene: full }, picture, { scale: 1, cssScale: 1 });
  const at = (timeMs: number) => {
    life.show(timeMs);
    return new Uint32Array(pixelsOf(picture).data.buffer);
  };
  const painted = (pixels: Uint32Array) => pixels.filter((pixel) => pixel !== 0).length;
  const first = at(160);
  expect(painted(first)).toBeGreaterThan(1000);
  expect(painted(at(2000))).toBeGreaterThan(painted(first));
  expect(painted(at(END_MS))).toBe(0);
  const again = at(160);
  expect(first.filter((pixel, i) => pixel !== again[i])).toHaveLength(0);
  life.end();
  picture.destroy();
});

test('a moment has its word: how it goes with the graphic, and why', async () => {
  const picture = await createPicture('canvas');
  const [id, { full, empty, late }] = [...catalogue][0]!;
  const words = (scene: Scene, times: number[]) => {
    const life = live({ id, scene }, picture, { scale: 0.2, cssScale: 1 });
    const all = times.map((timeMs) => life.show(timeMs));
    life.end();
    return all;
  };
  expect(words(full, [20, 2000, 5020, END_MS])).toEqual(['entering', 'on', 'leaving', 'off']);
  expect(words(empty, [2000])).toEqual([expect.stringMatching(/^waiting: \w/)]);
  expect(words(late, [2000])).toEqual([expect.stringMatching(/^on: its data/)]);
  picture.destroy();
});
