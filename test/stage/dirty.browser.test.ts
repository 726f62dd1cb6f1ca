import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { compare } from '../support/compare.ts';
import { BRANCHES, drawnTree, type Edit, LEAVES, sketch, tree } from '../support/sprite-tree.ts';

type Drawn = Awaited<ReturnType<typeof drawnTree>>;
let on: Drawn['on'];
let top: Drawn['top'];
let wrong: Drawn['wrong'];
const open = async () => {
  ({ on, top, wrong } = await drawnTree());
};
afterEach(() => on.close());

const spent = (does: () => void) => {
  const before = { ...on.live.counts };
  does();
  on.live.render();
  const { renders, drawCalls } = on.live.counts;
  return { renders: renders - before.renders, drawCalls: drawCalls - before.drawCalls };
};
const SPRITES = BRANCHES * LEAVES;

const color = fc.constantFrom(0xff0000, 0x00ff00, 0x123456, 0xffffff);
const share = fc.constantFrom(0, 0.5, 240 / 255, 1);
const leaf = fc.record({ branch: fc.nat(BRANCHES - 1), leaf: fc.nat(LEAVES - 1) });
/** Where things stand and how wide they are in multiples of `px`. */
function films(px: number) {
  const length = (min: number, max: number) => fc.integer({ min: min / px, max: max / px }).map((n) => n * px);
  const change: fc.Arbitrary<Partial<Edit>> = fc.oneof(
    fc.record({ x: length(-20, 150), y: length(-20, 80) }),
    fc.record({ x: length(-20, 150), color }),
    fc.record({ width: length(2, 90) }),
    fc.record({ alpha: share }),
    fc.record({ zIndex: fc.integer({ min: -2, max: 2 }) }),
    fc.record({ visible: fc.boolean() }),
    fc.record({ renderable: fc.boolean() }),
    fc.record({ color }),
    fc.record({ upTo: length(0, 46) }),
    fc.record({ hangs: fc.boolean() }),
    fc.record({ branchX: length(-20, 60) }),
    fc.record({ branchZ: fc.integer({ min: -1, max: 1 }) }),
    fc.record({ branchAlpha: share }),
  );
  const edit: fc.Arbitrary<Edit> = fc.tuple(leaf, change).map(([one, what]) => ({ ...one, ...what }));
  return fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 });
}

/** Each frame is as if all of it were drawn for the first time, but for so many steps of a colour. */
function expectAsFresh(frames: readonly (readonly Edit[])[], scale: number, steps: number): void {
  const live = tree(scale);
  const plane = on.add(live.root);
  try {
    for (const [n, edits] of frames.entries()) {
      for (const one of edits) live.edit(one);
      expect(compare(on.fresh(live.root), on.incremental(), steps).count, `frame ${n}`).toBe(0);
    }
  } finally {
    plane.remove();
    live.root.destroy({ children: true });
  }
}

describe('drawing only the parts that changed gives the picture that drawing all of it gives', () => {
  test.each([1, 1.5, 2])('on whole pixels, at a scale of %s', async (scale) => {
    on = await sketch(scale);
    fc.assert(
      fc.property(films(2), (frames) => expectAsFresh(frames, scale, 0)),
      { numRuns: 60 },
    );
  });

  test('between pixels, but for how the browser rounds', async () => {
    on = await sketch();
    fc.assert(
      fc.property(films(0.25), (frames) => expectAsFresh(frames, 1, 3)),
      { numRuns: 60 },
    );
  });
});

describe('the parts of a picture', () => {
  test('at rest are none: nothing is drawn', async () => {
    await open();
    expect(spent(() => {})).toEqual({ renders: 0, drawCalls: 0 });
    expect(spent(() => top.edit({ branch: 0, leaf: 1, x: 14, upTo: 40 }))).toEqual({ renders: 0, drawCalls: 0 });
  });

  test('are few when one sprite changes: others are not drawn', async () => {
    await open();
    const { drawCalls } = spent(() => top.edit({ branch: 1, leaf: 5, color: 0x00ff00 }));
    expect(drawCalls).toBeGreaterThan(0);
    expect(drawCalls).toBeLessThan(SPRITES);
    expect(wrong()).toBe(0);
  });

  test('are where a sprite was, and where it is', async () => {
    await open();
    for (const edit of [{ x: 100, color: 0x00ff00 }, { x: 0, y: 60 }, { hangs: false }, { hangs: true }]) {
      top.edit({ branch: 0, leaf: 1, ...edit });
      expect(wrong(), JSON.stringify(edit)).toBe(0);
    }
  });

  test('are where one leaves and another comes in the same frame', async () => {
    await open();
    top.edit({ branch: 0, leaf: 0, hangs: false });
    expect(wrong()).toBe(0);
    top.edit({ branch: 0, leaf: 0, hangs: true });
    top.edit({ branch: 1, leaf: 3, hangs: false });
    expect(wrong()).toBe(0);
  });

  test('are where one lies above what it lay below, alone or while another changes', async () => {
    await open();
    top.edit({ branch: 0, leaf: 0, zIndex: 1 });
    expect(wrong(), 'alone').toBe(0);
    top.edit({ branch: 0, leaf: 0, zIndex: 0 });
    top.edit({ branch: 0, leaf: 1, zIndex: -1 });
    top.edit({ branch: 1, leaf: 5, x: 110 });
    expect(wrong(), 'while another moves').toBe(0);
    top.edit({ branch: 0, leaf: 0, branchZ: 1 });
    top.edit({ branch: 1, leaf: 5, hangs: false });
    expect(wrong(), 'a whole branch, while a sprite leaves').toBe(0);
  });

  test('are all of it after another size', async () => {
    await open();
    on.live.resize(1, 2);
    const { drawCalls } = spent(() => {});
    expect(drawCalls).toBeGreaterThanOrEqual(SPRITES);
    expect(wrong()).toBe(0);
  });
});
