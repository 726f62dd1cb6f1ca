import { describe, expect, it } from 'vitest';
import { shippedThemes } from '../../src/host/themes.ts';
import type { RendererName } from '../../src/stage/renderer.ts';
import type { Scene } from '../../src/stage/scene.ts';
import { compare, isEmpty } from '../support/compare.ts';
import { expectExactAlpha } from '../support/exact-alpha.ts';
import { type Stand, shelves } from '../support/stand.ts';
import { goldenOf, keepsAnew, leaveDifference, matchGolden } from './match-golden.ts';

/** How far WebGL may be from the canvas renderer, which rounds a blend otherwise: in any channel of any pixel, of 255. */
const ALIKE = 4;

/** Into a change of places. */
const CHANGING_MS = 200;

/** All looks but the one that pages have by themselves. */
const otherThemes = [...shippedThemes].flatMap(([name, theme]) => (theme.ok && !theme.value.default ? [name] : []));

/**
 * The pictures of this project, exact to the pixel over runs, launches and machines: the Chromium comes from npm. After
 * a change that is meant: `npx vitest run --project chromium test/golden -u`, and look at each picture of the commit.
 *
 * Each renderer has a test file, and so a page and one picture, of its own: a second context costs seconds.
 */
export function goldens(renderer: RendererName): void {
  describe.each(shelves)('$id', ({ id, scenes, drawn, stand }) => {
    it('comes, changes and goes as it always did', async () => {
      const graphic = await stand(scenes.full, renderer, 'entering');
      const moments = shoot(graphic, scenes.full);
      expect(isEmpty(moments.before!), 'nothing is there before it comes').toBe(true);
      expect(isEmpty(graphic.image()), 'nothing is left when it has gone').toBe(true);
      graphic.close();
      for (const [moment, image] of Object.entries(moments)) await expectKept(`${id}/full.${moment}`, image);
    });

    const others = drawn.filter(([name]) => name !== 'full');
    it.each(others)('shows "%s" as it always did', async (name, scene) => {
      const graphic = await stand(scene, renderer);
      const image = graphic.image();
      if (renderer === 'canvas') await matchGolden(`${id}/${name}.canvas`, image);
      else await expectAlike(image, `${id}/${name}`);
      expectExactAlpha(graphic, scene);
      graphic.close();
    });

    const dressed = otherThemes.flatMap((theme) => drawn.map(([name, scene]) => ({ theme, name, scene })));
    it.each(dressed)('shows "$name" in "$theme" as it always did', async ({ theme, name, scene }) => {
      const graphic = await stand({ ...scene, edition: { ...scene.edition, theme } }, renderer);
      const image = graphic.image();
      if (renderer === 'canvas') await matchGolden(`${id}/${name}.${theme}.canvas`, image);
      else await expectAlike(image, `${id}/${name}.${theme}`);
      expectExactAlpha(graphic, scene);
      graphic.close();
    });

    it('shows nothing where nothing is true', async () => {
      const graphic = await stand(scenes.empty, renderer, 'entering');
      graphic.after(5000);
      expect(graphic.lives()).toMatchObject([{ overlay: id, life: 'waiting' }]);
      expect(isEmpty(graphic.pixels())).toBe(true);
      graphic.close();
    });
  });

  it('draws the same twice', async () => {
    const { scenes, stand } = shelves[0]!;
    const first = await stand(scenes.full, renderer);
    const image = first.image();
    first.close();
    const second = await stand(scenes.full, renderer);
    expect(compare(image, second.image()).count).toBe(0);
    second.close();
  });

  /** A picture of its own, and like that of the canvas renderer. */
  async function expectKept(name: string, image: ImageData): Promise<void> {
    await matchGolden(`${name}.${renderer}`, image);
    if (renderer === 'webgl') await expectAlike(image, name);
  }
}

function shoot(graphic: Stand, scene: Scene): Record<string, ImageData> {
  const { ways } = graphic;
  const before = graphic.image();
  graphic.after(ways.inMs / 2);
  const entering = graphic.image();
  graphic.after(ways.inMs / 2);
  const onAir = graphic.image();
  expectExactAlpha(graphic, scene);
  if (scene.later) graphic.show(scene.later);
  graphic.after(CHANGING_MS);
  const changing = graphic.image();
  graphic.after(10_000);
  graphic.out();
  graphic.after(ways.outMs / 2);
  const leaving = graphic.image();
  graphic.after(ways.outMs / 2);
  return { before, entering, 'on-air': onAir, changing, leaving };
}

/** Like the picture of the canvas renderer; while that one is kept anew, next to us, there is none to be like. */
async function expectAlike(webgl: ImageData, what: string): Promise<void> {
  if (keepsAnew()) return;
  const { count, most, picture } = compare(await goldenOf(`${what}.canvas`), webgl, ALIKE);
  if (count > 0) await leaveDifference(`${what}.webgl`, picture());
  expect(count, `${what}: pixels that differ between the renderers, by up to ${Math.round(most)} of 255`).toBe(0);
}
