import { Container, Graphics, Sprite, Text, Texture } from 'pixi.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compare } from '../support/compare.ts';
import { BRANCHES, drawnTree, LEAVES } from '../support/sprite-tree.ts';

type Drawn = Awaited<ReturnType<typeof drawnTree>>;
let on: Drawn['on'];
let top: Drawn['top'];
let wrong: Drawn['wrong'];
beforeEach(async () => {
  ({ on, top, wrong } = await drawnTree());
});
afterEach(() => on.close());

/** What pixi's own renderer has to draw, and what makes a sprite one of those things. */
const strangers: Record<string, () => Container> = {
  'a shape': () => new Graphics().rect(90, 40, 50, 30).fill({ color: '#00ff00', alpha: 0.5 }),
  'a text': () => new Text({ text: 'km', style: { fontSize: 30, fill: '#ffffff' }, x: 60, y: 30 }),
  'a sprite that turns': () => Object.assign(square(), { rotation: 0.3 }),
  'a sprite that leans': () => Object.assign(square(), { skew: { x: 0.3, y: 0 } }),
  'a sprite that is mirrored': () => Object.assign(square(), { scale: { x: -20, y: 20 } }),
  'a sprite that adds its light': () => Object.assign(square(), { blendMode: 'add' }),
  'sprites in a tinted container': () => new Container({ children: [square()], tint: '#ff0000' }),
};
const square = () => new Sprite({ texture: Texture.WHITE, x: 80, y: 30, width: 40, height: 30 });

describe('a graphic of more than plain sprites', () => {
  test.each(Object.entries(strangers))('%s: is drawn by pixi, and plain again as before', async (_, make) => {
    const plain = on.incremental();
    const stranger = make();
    top.root.addChild(stranger);
    const drawn = on.incremental();
    expect(compare(plain, drawn).count, 'pixels of it').toBeGreaterThan(50);
    const before = { ...on.live.counts };
    on.live.render();
    expect(on.live.counts, 'at rest').toEqual(before);
    top.edit({ branch: 0, leaf: 2, x: 100 });
    top.edit({ branch: 0, leaf: 0, zIndex: 1 });
    on.incremental();
    top.edit({ branch: 0, leaf: 2, x: 28 });
    top.edit({ branch: 0, leaf: 0, zIndex: -1 });
    top.edit({ branch: 0, leaf: 0, zIndex: 0 });
    stranger.visible = false;
    expect(wrong(), 'plain again').toBe(0);
    stranger.visible = true;
    on.incremental();
    stranger.destroy();
    top.edit({ branch: 1, leaf: 1, color: 0x00ff00 });
    expect(wrong(), 'plain for ever').toBe(0);
    top.edit({ branch: 1, leaf: 1, color: 0x0000ff });
    expect(wrong(), 'in parts again').toBe(0);
  });

  test.each(Object.entries(strangers))('%s: is what pixi draws of it alone', async (_, make) => {
    for (let b = 0; b < BRANCHES; b++) for (let n = 0; n < LEAVES; n++) top.edit({ branch: b, leaf: n, hangs: false });
    on.incremental();
    top.root.addChild(make());
    const shown = on.incremental();
    // A corner of nothing that only pixi can draw.
    top.root.addChild(new Graphics().rect(0, 0, 1, 1).fill({ color: '#000000', alpha: 0.004 }));
    expect(compare(shown, on.incremental()).count).toBeLessThanOrEqual(1);
  });
});
