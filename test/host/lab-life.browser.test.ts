import { expect, test } from 'vitest';
import type { Edition } from '../../src/edition/edition.ts';
import { END_MS, live } from '../../src/host/lab-life.ts';
import { alone, labScenes } from '../../src/host/lab-scenes.ts';
import { overlays } from '../../src/host/overlays.ts';
import { catalogue } from '../../src/host/scenes.ts';
import { shippedThemes } from '../../src/host/themes.ts';
import { entries } from '../../src/show/show.ts';
import { excludes } from '../../src/show/zones.ts';
import { createPicture } from '../../src/stage/create-picture.ts';
import { loadFonts } from '../../src/stage/kit/fonts.ts';
import type { Scene } from '../../src/stage/scene.ts';
import { pixelsOf } from '../support/stage.ts';

test('a moment is the same picture, whatever was looked at before', async () => {
  await loadFonts();
  const picture = await createPicture('canvas');
  const [id, { full }] = [...catalogue][0]!;
  const life = live(alone(id, full), picture, { scale: 1, cssScale: 1 });
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
    const life = live(alone(id, scene), picture, { scale: 0.2, cssScale: 1 });
    const all = times.map((timeMs) => life.show(timeMs));
    life.end();
    return all;
  };
  expect(words(full, [20, 2000, 5020, END_MS])).toEqual(['entering', 'on', 'leaving', 'off']);
  expect(words(empty, [2000])).toEqual([expect.stringMatching(/^waiting: \w/)]);
  expect(words(late, [2000])).toEqual([expect.stringMatching(/^on: its data/)]);
  picture.destroy();
});

test('draws otherwise in another language, other units, another style of gaps and each other theme', async () => {
  await loadFonts();
  const picture = await createPicture('canvas');
  const scene = labScenes().get('all zones/gap-ticker')!;
  const drawn = (edition: Partial<Edition>) => {
    const life = live({ ...scene, edition }, picture, { scale: 0.5, cssScale: 1 });
    life.show(2000);
    const { data } = pixelsOf(picture);
    life.end();
    return data.join();
  };
  const themes = [...shippedThemes].flatMap(([theme, read]) => (read.ok && !read.value.default ? [{ theme }] : []));
  const asked = [{}, { language: 'fr' }, { units: 'imperial' }, { gapStyle: 'colon' }, ...themes] as const;
  expect(new Set(asked.map(drawn)).size).toBe(asked.length);
  expect(new Set([{}, { language: 'en' } as const].map(drawn)).size, 'and the same where it is the same').toBe(1);
  picture.destroy();
});

test('every graphic stands among others, in all zones that may be on air with it', () => {
  const scenes = labScenes();
  const wanted = new Set([...overlays.values()].map(({ manifest }) => manifest.layer));
  for (const [id, { manifest }] of overlays) {
    const { inbox } = scenes.get(`all zones/${id}`)!;
    const held = entries(inbox.items);
    expect(inbox.items[manifest.layer]?.overlay).toBe(id);
    for (const [layer] of held)
      for (const [other] of held) expect(layer !== other && excludes(layer, other), `${layer}, ${other}`).toBe(false);
    for (const layer of wanted)
      expect(
        held.some(([one]) => excludes(one, layer)),
        `${id}: ${layer} could be on air, too`,
      ).toBe(true);
  }
});

test('of several graphics each has its word', async () => {
  const picture = await createPicture('canvas');
  const life = live(labScenes().get('all zones/last-km')!, picture, { scale: 0.2, cssScale: 1 });
  const words = life.show(2000).split(', ');
  expect(words.length).toBeGreaterThan(1);
  expect(words).toContain('last-km on');
  expect(life.show(END_MS)).toBe('off');
  life.end();
  picture.destroy();
});
