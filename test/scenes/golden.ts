import { describe, expect, it } from 'vitest';
import type { RendererName } from '../../src/stage/renderer.ts';
import { compare, isEmpty } from './compare.ts';
import { goldenOf, matchGolden } from './match-golden.ts';
import type { Scene } from './scene.ts';
import { catalogue, type Stand } from './stand.ts';

/**
 * How far WebGL may be from the canvas renderer, which rounds a blend otherwise, and samples otherwise what grows: more
 * than 4 of 255 in a channel for at most one pixel in five thousand (measured: 3.7 in 100,000, where a marker stands
 * between two pixels; elsewhere 3 of 255 at most).
 */
const ALIKE = { beyond: 4, share: 1 / 5000 };

/** Where GL is software a frame takes its time. */
const SLOW_MS = 60_000;

/** Into a change of places. */
const CHANGING_MS = 200;

/**
 * The pictures of this project, exact to the pixel over runs, launches and machines: the Chromium comes from npm. After
 * a change that is meant: `npx vitest run --project chromium test/scenes -u`, and look at each picture of the commit.
 *
 * Each renderer has a test file, and so a page, of its own: pixi sizes the shader of its sprites by the first renderer
 * of a page.
 */
export function goldens(renderer: RendererName): void {
  describe.each(catalogue)('$id', ({ id, scenes, stand }) => {
    it('comes, changes and goes as it always did', { timeout: SLOW_MS }, async () => {
      const graphic = await stand(scenes['on-air'], renderer);
      const moments = shoot(graphic, scenes['on-air']);
      expect(isEmpty(moments.before), 'nothing is there before it comes').toBe(true);
      expect(isEmpty(graphic.image()), 'nothing is left when it has gone').toBe(true);
      graphic.close();
      for (const [moment, image] of Object.entries(moments)) await expectKept(`${id}.${moment}`, image);
    });

    const others = Object.entries(scenes).filter(([name]) => name !== 'on-air');
    it.each(others)('shows "%s" as it always did', { timeout: SLOW_MS }, async (name, scene) => {
      const graphic = await stand(scene, renderer);
      await expectKept(`${id}.${name}`, graphic.image());
      graphic.close();
    });
  });

  it('draws the same twice', { timeout: SLOW_MS }, async () => {
    const [{ scenes, stand }] = catalogue;
    const first = await stand(scenes['on-air'], renderer);
    const image = first.image();
    first.close();
    const second = await stand(scenes['on-air'], renderer);
    expect(compare(image, second.image()).count).toBe(0);
    second.close();
  });

  async function expectKept(name: string, image: ImageData): Promise<void> {
    await matchGolden(`${name}.${renderer}`, image);
    if (renderer === 'webgl') expectAlike(await goldenOf(`${name}.canvas`), image, name);
  }
}

function shoot(graphic: Stand, scene: Scene): Record<string, ImageData> {
  const inMs = graphic.play('in');
  const before = graphic.image();
  graphic.after(inMs / 2);
  const entering = graphic.image();
  graphic.after(inMs / 2);
  const onAir = graphic.image();
  if (scene.later) graphic.show(scene.later);
  graphic.after(CHANGING_MS);
  const changing = graphic.image();
  graphic.after(10_000);
  const outMs = graphic.play('out');
  graphic.after(outMs / 2);
  const leaving = graphic.image();
  graphic.after(outMs / 2);
  return { before, entering, 'on-air': onAir, changing, leaving };
}

function expectAlike(canvas: ImageData, webgl: ImageData, what: string): void {
  const { share, most } = compare(canvas, webgl, ALIKE.beyond);
  const told = `${what}: share of pixels that differ between the renderers, by up to ${Math.round(most)} of 255`;
  expect(share, told).toBeLessThan(ALIKE.share);
}
