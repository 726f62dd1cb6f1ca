import { type Container, Sprite } from 'pixi.js';
import { describe, expect, it } from 'vitest';
import { strayAlphas } from '../support/exact-alpha.ts';
import { type Stand, shelves } from '../support/stand.ts';

const SLOW_MS = 60_000;
/** Of its way in, of a change, of its way out. */
const STEP_MS = 40;
/** Across all rows, from their left edge. */
const COLUMN = 300;
/** Where no word ever stands. */
const BESIDE_POLE = 8;

type Look = (what: string, isChange: boolean) => void;

/** Every frame from the first moment of a graphic to its last, through its change. */
async function film(stand: Stand, later: Parameters<Stand['show']>[0] | undefined, look: Look) {
  const { ways } = stand;
  for (let t = 0; t < ways.inMs; t += STEP_MS) {
    stand.after(STEP_MS);
    look(`${t + STEP_MS} ms into its way in`, false);
  }
  if (later) stand.show(later);
  for (let t = 0; later && t < 600; t += STEP_MS) {
    stand.after(STEP_MS);
    look(`${t + STEP_MS} ms into its change`, true);
  }
  stand.after(5000);
  stand.out();
  for (let t = 0; t < ways.outMs; t += STEP_MS) {
    stand.after(STEP_MS);
    look(`${t + STEP_MS} ms into its way out`, false);
  }
}

describe.each(shelves)('$id', ({ scenes, drawn, stand }) => {
  it('never fades: the alpha of a plate is its own in every frame', { timeout: SLOW_MS }, async () => {
    const graphic = await stand(scenes.full, 'canvas', 'entering');
    const plate = graphic.supplies.theme.plateAlpha;
    await film(graphic, scenes.full.later, (what, isChange) => {
      const image = isChange ? withoutGaps(graphic.image()) : graphic.image();
      expect(strayAlphas(image, plate), what).toEqual([]);
    });
    graphic.close();
  });

  it('stands on even pixels, so that no line of it flickers', { timeout: SLOW_MS }, async () => {
    for (const [name, scene] of drawn) {
      const graphic = await stand(scene, 'canvas');
      const odd = spritesIn(graphic.node()!).filter(({ x, y }) => x % 2 !== 0 || y % 2 !== 0);
      expect(odd, name).toEqual([]);
      graphic.close();
    }
  });
});

describe('a stack that changes', () => {
  it('opens no hole onto the picture, but the gaps between its blocks', { timeout: SLOW_MS }, async () => {
    for (const { scenes, stand } of shelves.filter(({ id }) => ['gap-ticker', 'position-tower'].includes(id))) {
      const graphic = await stand(scenes.full, 'canvas');
      const gap = graphic.supplies.theme.space.tight;
      graphic.show(scenes.full.later!);
      for (let t = 0; t < 600; t += STEP_MS) {
        const others = holesIn(graphic.image(), COLUMN).filter((height) => height !== gap);
        expect(others, `after ${t} ms`).toEqual([]);
        graphic.after(STEP_MS);
      }
      graphic.close();
    }
  });
});

/** Heights of what shows of the picture below the first plate and above the last one, in one column. */
function holesIn({ data, width, height }: ImageData, x: number): number[] {
  const isClear = Array.from({ length: height }, (_, y) => data[4 * (y * width + x) + 3] === 0);
  const last = isClear.lastIndexOf(false);
  const holes: number[] = [];
  let run = 0;
  for (const clear of isClear.slice(0, last + 1)) {
    if (clear) run += 1;
    else if (run > 0) {
      holes.push(run);
      run = 0;
    }
  }
  return holes;
}

/** Words that change place pass over the gap between two blocks: there they stand on the picture, for a moment. */
function withoutGaps({ data, width, height }: ImageData): ImageData {
  const kept = new ImageData(new Uint8ClampedArray(data), width, height);
  for (let y = 0; y < height; y++) {
    const row = kept.data.subarray(4 * y * width, 4 * (y + 1) * width);
    if (row[4 * BESIDE_POLE + 3] === 0) row.fill(0);
  }
  return kept;
}

function spritesIn(node: Container, at = { x: node.x, y: node.y }): { label: string; x: number; y: number }[] {
  return node.children.flatMap((child) => {
    if (!child.visible || !child.renderable) return [];
    const here = { x: at.x + child.x, y: at.y + child.y };
    const own =
      child instanceof Sprite && child.texture.width > 0 ? [{ label: child.texture.label ?? '', ...here }] : [];
    return [...own, ...spritesIn(child, here)];
  });
}
