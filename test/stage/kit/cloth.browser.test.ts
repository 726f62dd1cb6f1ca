import { Sprite, Texture } from 'pixi.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultEdition } from '../../../src/edition/edition.ts';
import { shippedTheme } from '../../../src/host/themes.ts';
import { createPicture } from '../../../src/stage/create-picture.ts';
import { type Cloth, type ClothStyle, cloth, leanOf } from '../../../src/stage/kit/cloth.ts';
import { createSupplies, destroySupplies, type Kit, type Supplies } from '../../../src/stage/kit/kit.ts';
import { StageTime } from '../../../src/stage/time.ts';
import { pixelAt, pixelsOf } from '../../support/stage.ts';

const [WIDTH, HEIGHT, X, Y] = [200, 54, 40, 20];
/** Where no edge of a cloth comes. */
const ROOM = 100;

let supplies: Supplies;
let kit: Kit;
let time: StageTime;
let picture: Awaited<ReturnType<typeof createPicture>>;
beforeEach(async () => {
  supplies = createSupplies(defaultEdition, shippedTheme(null));
  time = new StageTime();
  kit = { ...supplies, animations: time.animations(() => {}) };
  picture = await createPicture('canvas');
  picture.resize(1, 1);
});
afterEach(() => {
  picture.destroy();
  time.end();
  destroySupplies(supplies);
});

function hoisted(edge: ClothStyle['edge'] = 'straight', height = HEIGHT): Cloth {
  const one = cloth(kit, { width: WIDTH, height, color: '#12181d', edge });
  one.node.position.set(X, Y);
  picture.add(one.node, { x: X, y: Y, width: WIDTH + ROOM, height });
  return one;
}

/** How far each row of pixels of the cloth reaches to the right, cut pixels included; 0 where there is none. */
function reach(height = HEIGHT): number[] {
  picture.render();
  const { data, width } = pixelsOf(picture);
  return Array.from({ length: height }, (_, row) => {
    let last = 0;
    for (let x = 0; x < WIDTH + ROOM; x++) if (data[4 * ((Y + row) * width + X + x) + 3]! > 0) last = x + 1;
    return last;
  });
}

const alphaAt = (x: number, y: number) => pixelAt(pixelsOf(picture), X + x, Y + y)[3];
const most = (lengths: readonly number[]) => Math.max(...lengths);

describe('a cloth', () => {
  it('has the alpha of every plate, however far it is open', () => {
    const one = hoisted('fly');
    for (const open of [WIDTH, 120, 31, 3]) {
      one.open = open;
      reach();
      expect(alphaAt(1, 30), `open to ${open}`).toBe(supplies.theme.plateAlpha);
    }
  });

  it.each(['straight', 'fly', 'tail'] as const)('shows nothing at 0: %s', (edge) => {
    const one = hoisted(edge);
    one.open = 0;
    expect(most(reach())).toBe(0);
    one.open = 1;
    expect(most(reach())).toBeGreaterThan(0);
    one.open = 0;
    expect(most(reach())).toBe(0);
  });

  it('opens to whole pixels, and ends straight at its width', () => {
    const one = hoisted();
    expect(reach()).toEqual(Array.from({ length: HEIGHT }, () => WIDTH));
    one.open = 99.6;
    expect(one.open).toBe(100);
    expect(Math.min(...reach())).toBeGreaterThanOrEqual(100);
    for (let open = 0; open <= WIDTH; open += 1) {
      one.open = open;
      if (open % 7 === 0 || open > WIDTH - 20) expect(most(reach()), `open to ${open}`).toBeLessThanOrEqual(WIDTH);
    }
  });

  it('leans on its way: by the same at each height, and not when it hangs straight', () => {
    const one = hoisted();
    const lean = leanOf(supplies, HEIGHT);
    expect(lean).toBe(supplies.theme.cut.perModule);
    one.open = 100;
    const rows = reach();
    expect(rows[0]).toBe(100 + lean);
    expect(rows.at(-1)).toBeLessThanOrEqual(101);
    expect(
      rows.every((x, i) => i === 0 || x <= rows[i - 1]!),
      'from the top inwards',
    ).toBe(true);
  });

  it('that flies stands out by its lean, at the top', () => {
    hoisted('fly');
    const rows = reach();
    expect([rows[0], most(rows)]).toEqual([WIDTH + leanOf(supplies, HEIGHT), WIDTH + leanOf(supplies, HEIGHT)]);
    expect(rows.at(-1)).toBeLessThanOrEqual(WIDTH + 1);
  });

  it('that is twice as high leans by twice as much', () => {
    expect(leanOf(supplies, 2 * HEIGHT)).toBe(2 * leanOf(supplies, HEIGHT));
  });

  it('with a tail reaches farthest above and below, and least in the middle', () => {
    hoisted('tail');
    const rows = reach();
    expect([most(rows), rows[0], rows.at(-1)]).toEqual(
      Array.from({ length: 3 }, () => WIDTH + leanOf(supplies, HEIGHT)),
    );
    expect(rows[HEIGHT / 2]).toBeLessThanOrEqual(WIDTH + 2);
  });

  it('tells what hangs on it how far it is open: at once, at each change, and never twice', () => {
    const one = hoisted();
    const upTo = vi.fn();
    one.open = 60;
    one.hang(upTo);
    for (const open of [60, 60.2, 61, 61, 0]) one.open = open;
    expect(upTo.mock.calls.flat()).toEqual([60, 61, 0]);
  });

  it('shows only the part of its height that it spans, and straight', () => {
    const one = hoisted('fly');
    one.span(10, 20);
    const rows = reach();
    expect(rows.slice(10, 30)).toEqual(Array.from({ length: 20 }, () => WIDTH));
    expect([...rows.slice(0, 10), ...rows.slice(30)].every((x) => x === 0)).toBe(true);
    one.span(0, 0);
    expect(most(reach())).toBe(0);
    one.span(0, HEIGHT);
    expect(reach()[0], 'flies again').toBe(WIDTH + leanOf(supplies, HEIGHT));
  });

  it('shares the picture of its edge, and frees it with the last of them only', () => {
    const [one, other] = [hoisted('fly'), hoisted('fly')];
    expect(supplies.art.size).toBe(1);
    one.node.destroy({ children: true });
    const edge = other.node.children.find((child) => child instanceof Sprite && child.texture !== Texture.WHITE);
    expect((edge as Sprite).texture.source.destroyed).toBe(false);
    hoisted('straight');
    expect(supplies.art.size).toBe(1);
  });
});
