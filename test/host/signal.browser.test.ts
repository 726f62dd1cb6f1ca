import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { defaultEdition } from '../../src/edition/edition.ts';
import { overlays } from '../../src/host/overlays.ts';
import { catalogue } from '../../src/host/scenes.ts';
import { laySignal, type Signal, withSolidPlates } from '../../src/host/signal.ts';
import { shippedTheme } from '../../src/host/themes.ts';
import { manualClock } from '../../src/stage/clock.ts';
import { createPicture } from '../../src/stage/create-picture.ts';
import { loadFonts } from '../../src/stage/kit/fonts.ts';
import type { RendererName } from '../../src/stage/renderer.ts';
import { inboxOf } from '../../src/stage/scene.ts';
import { PICTURE } from '../../src/stage/size.ts';
import { Stage } from '../../src/stage/stage.ts';
import { shotOf } from '../support/shot.ts';

const SCALE = 0.25;
const [WIDTH, HEIGHT] = [PICTURE.width * SCALE, PICTURE.height * SCALE];
const ends: (() => void)[] = [];

beforeAll(() => loadFonts());
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** All graphics that may be seen together, as one signal, on a clock that is moved by hand. */
async function given(signal: Signal, renderer: RendererName = 'canvas', theme = shippedTheme(null)) {
  const frame = document.createElement('div');
  const width = signal.kind === 'key+fill' ? 2 * WIDTH : WIDTH;
  Object.assign(frame.style, { position: 'relative', width: `${width}px`, height: `${HEIGHT}px`, overflow: 'hidden' });
  document.body.style.margin = '0';
  document.body.append(frame);
  const picture = await createPicture(renderer);
  const stage = new Stage({ picture, overlays, edition: defaultEdition, theme });
  stage.resize(SCALE, 1);
  laySignal(frame, signal).place(picture, { scale: SCALE, cssScale: 1, left: 0, top: 0 });
  const clock = manualClock(stage.frame);
  const scenes = [...catalogue].flatMap(([id, of]) => {
    const { manifest } = overlays.get(id)!;
    return of.full ? [inboxOf(manifest, of.full)] : [];
  });
  const { race } = scenes.find(({ items }) => items.stack)!;
  const items = Object.assign({}, ...scenes.map((scene) => scene.items));
  ends.push(() => {
    stage.end();
    picture.destroy();
    frame.remove();
  });
  stage.tell({ ...scenes[0]!, race, items });
  clock.to(0);
  return { frame, picture, stage, clock, race, items, scene: scenes[0]! };
}

/** Straight colours and alphas of the picture, as its canvases hold them. */
function truthOf({ picture }: Awaited<ReturnType<typeof given>>): ImageData {
  const flat = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d', { willReadFrequently: true })!;
  picture.copyTo(flat);
  return flat.getImageData(0, 0, WIDTH, HEIGHT);
}

/** The greatest difference between what is seen and what is asked of each pixel: `x`, `y`, then red, green, blue. */
function farthest(seen: ImageData, fromX: number, wanted: (i: number, channel: number) => number | null): number {
  let most = 0;
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const at = 4 * (Math.floor(i / WIDTH) * seen.width + fromX + (i % WIDTH));
    for (let channel = 0; channel < 3; channel++) {
      const want = wanted(i, channel);
      if (want !== null) most = Math.max(most, Math.abs(seen.data[at + channel]! - want));
    }
  }
  return most;
}

const MOMENTS = [0, 120, 200, 300, 700, 2500];
const drawn = ({ data }: ImageData) => data.filter((value, i) => i % 4 === 3 && value > 0).length;

/** What a graphic may lie over; all of it, as an image that fills the frame. */
const grounds = ['#000', '#fff', '#808080', '#d00000', noise(), 'linear-gradient(90deg, #000, #fff, #0060ff)'];

function noise(): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(WIDTH, HEIGHT);
  let seed = 1;
  image.data.forEach((_, i) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    image.data[i] = i % 4 === 3 ? 255 : seed >>> 24;
  });
  context.putImageData(image, 0, 0);
  return `url(${canvas.toDataURL()})`;
}

describe.each(['canvas', 'webgl'] as const)('what is given out, drawn by %s', (renderer) => {
  test('key is the alpha, exactly, and with the fill it makes the picture over any ground', async () => {
    const [key, fill, alpha] = [
      await given({ kind: 'key' }, renderer),
      await given({ kind: 'fill' }, renderer),
      await given({ kind: 'alpha' }, renderer),
    ];
    const below: ImageData[] = [];
    alpha.picture.element.style.visibility = 'hidden';
    for (const ground of grounds) {
      alpha.frame.style.background = ground;
      below.push(await shotOf(alpha.frame));
    }
    alpha.picture.element.style.visibility = '';
    for (const moment of MOMENTS) {
      for (const one of [key, fill, alpha]) one.clock.to(moment);
      const { data } = truthOf(key);
      const keyed = await shotOf(key.frame);
      const filled = await shotOf(fill.frame);
      expect(drawn(truthOf(key)), `pixels at ${moment}`).toBeGreaterThan(moment === 0 ? -1 : 100);
      expect(
        farthest(keyed, 0, (i) => data[4 * i + 3]!),
        `key at ${moment}`,
      ).toBe(0);
      for (const [n, ground] of grounds.entries()) {
        alpha.frame.style.background = ground;
        const seen = await shotOf(alpha.frame);
        const keyer = (i: number, channel: number) => {
          const at = 4 * i + channel;
          return filled.data[at]! + (below[n]!.data[at]! * (255 - keyed.data[at]!)) / 255;
        };
        expect(farthest(seen, 0, keyer), `over ${ground.slice(0, 30)} at ${moment}`).toBeLessThanOrEqual(1);
      }
    }
  });

  test('fill-straight has whole colours: with the alpha they are the fill', async () => {
    const [straight, fill] = [
      await given({ kind: 'fill-straight' }, renderer),
      await given({ kind: 'fill' }, renderer),
    ];
    for (const moment of MOMENTS.slice(1)) {
      for (const one of [straight, fill]) one.clock.to(moment);
      const { data } = truthOf(straight);
      const [whole, filled] = [await shotOf(straight.frame), await shotOf(fill.frame)];
      const product = (i: number, channel: number) => {
        const alpha = data[4 * i + 3]!;
        return alpha >= 16 ? (whole.data[4 * i + channel]! * alpha) / 255 : null;
      };
      expect(farthest(filled, 0, product), `at ${moment}`).toBeLessThanOrEqual(1);
      // A keyer that takes it for premultiplied would see that it is not. (Poles, which come first, are whole.)
      if (moment === 2500) expect(farthest(whole, 0, (i, channel) => filled.data[4 * i + channel]!)).toBeGreaterThan(5);
    }
  });

  test('key+fill is both side by side, of the same moment, and rests when nothing changes', async () => {
    const both = await given({ kind: 'key+fill' }, renderer);
    const fill = await given({ kind: 'fill' }, renderer);
    for (const moment of MOMENTS) {
      for (const one of [both, fill]) one.clock.to(moment);
      const [seen, filled] = [await shotOf(both.frame), await shotOf(fill.frame)];
      const { data } = truthOf(both);
      expect([seen.width, seen.height]).toEqual([2 * WIDTH, HEIGHT]);
      expect(
        farthest(seen, 0, (i, channel) => filled.data[4 * i + channel]!),
        `fill at ${moment}`,
      ).toBe(0);
      expect(
        farthest(seen, WIDTH, (i) => data[4 * i + 3]!),
        `key at ${moment}`,
      ).toBe(0);
    }
    const { renders, copies } = both.picture.counts;
    expect(copies).toBeGreaterThan(0);
    for (const moment of [2600, 2700, 2800]) both.clock.to(moment);
    expect([both.picture.counts.renders, both.picture.counts.copies]).toEqual([renders, copies]);
    both.stage.tell({ ...both.scene, race: both.race, items: {}, cut: true });
    both.clock.to(2900);
    expect(farthest(await shotOf(both.frame), WIDTH, () => 0)).toBe(0);
  });

  test('the key of a picture that is resized stays its key', async () => {
    const both = await given({ kind: 'key+fill' }, renderer);
    both.clock.to(2500);
    both.stage.resize(SCALE / 2, 2);
    both.clock.to(2501);
    const seen = await shotOf(both.frame);
    both.frame.style.filter = 'grayscale(1)';
    // Blown up alike, the key is still where the fill is: no pixel of the fill stands where the key is black.
    const key = (i: number) => seen.data[4 * (Math.floor(i / WIDTH) * seen.width + WIDTH + (i % WIDTH))]!;
    const beyond = farthest(seen, 0, (i, channel) =>
      Math.min(key(i) + 1, seen.data[4 * (Math.floor(i / WIDTH) * seen.width + (i % WIDTH)) + channel]!),
    );
    expect(beyond).toBeLessThanOrEqual(0);
  });
});

test('chroma is the colour that was asked for wherever there is no picture', async () => {
  const { frame, clock } = await given({ kind: 'chroma', color: '#00b140' });
  clock.to(2500);
  const { data } = await shotOf(frame);
  expect([...data.slice(-4)]).toEqual([0, 0xb1, 0x40, 255]);
});

test('solid plates are whole, and their words the same', async () => {
  const [solid, plain] = [
    await given({ kind: 'alpha' }, 'canvas', withSolidPlates(shippedTheme(null))),
    await given({ kind: 'alpha' }),
  ];
  for (const one of [solid, plain]) one.clock.to(2500);
  const alphas = (image: ImageData) => new Set(image.data.filter((_, i) => i % 4 === 3));
  const plate = shippedTheme(null).plateAlpha;
  expect([alphas(truthOf(plain)).has(plate), alphas(truthOf(solid)).has(plate)]).toEqual([true, false]);
});
