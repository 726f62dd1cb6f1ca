import { gsap } from 'gsap';
import { afterEach, expect, test, vi } from 'vitest';
import type { Animations } from '../../src/stage/time.ts';
import { plate } from '../support/overlay.ts';
import { race, START_MS } from '../support/race.ts';
import { onStage, pixelAt } from '../support/stage.ts';

type OnStage = Awaited<ReturnType<typeof onStage>>;
let air: OnStage;
const open = async (...given: Parameters<typeof onStage>) => {
  air = await onStage(...given);
  return air;
};
afterEach(() => air.close());

const lives = () => Object.fromEntries(air.stage.lives().map(({ overlay, life }) => [overlay, life]));
const running = { atMs: START_MS, pageMs: 0, rate: 1, floorMs: -Infinity };
const named = (stage: string) => {
  const one = race();
  return { ...one, sheet: { ...one.sheet, info: { ...one.sheet.info, stage } } };
};

for (const renderer of ['canvas', 'webgl'] as const) {
  test(`${renderer}: at rest nothing is drawn, nothing is sent to the GPU, and the clock sleeps`, async () => {
    await open([plate(), plate({ manifest: { id: 'test-other', layer: 'strip' }, x: 700 })], renderer);
    air.want('test-plate', 'test-other');
    air.clock.run(1000);
    const before = { ...air.picture.counts };
    expect(air.clock.next).toBe(Infinity);
    air.tell({ race: race() });
    air.clock.run(1000);
    expect(air.picture.counts).toEqual(before);
    expect(air.clock.next).toBe(Infinity);
  });

  test(`${renderer}: two hundred takes leave nothing behind`, async () => {
    const glTextures = countTextures();
    const created = vi.spyOn(document, 'createElement');
    await open([plate(), plate({ manifest: { id: 'test-other' } })], renderer);
    const take = (times: number) => {
      created.mockClear();
      for (let n = 0; n < times; n++) {
        air.want(n % 2 ? 'test-plate' : 'test-other');
        air.clock.run(700, 6);
        air.tell({ race: named(`Stage ${n % 7}`) });
        air.clock.run(700, 6);
      }
      air.want();
      air.clock.run(700, 6);
      return {
        canvasesInPage: document.querySelectorAll('canvas').length,
        animations: gsap.globalTimeline.getChildren(true).length,
        glTextures: glTextures(),
        // Pixi keeps the canvases of texts for the next text; the stage makes one for each graphic that it draws.
        canvasesMadePerTake: Math.round(created.mock.calls.length / times),
      };
    };
    take(10);
    expect(take(200)).toEqual(take(20));
    air.stage.end();
    expect(gsap.globalTimeline.getChildren(true)).toHaveLength(0);
    created.mockRestore();
  });
}

/** Textures that are on the GPU, of all contexts from now on. */
function countTextures(): () => number {
  const made = vi.spyOn(WebGL2RenderingContext.prototype, 'createTexture');
  const deleted = vi.spyOn(WebGL2RenderingContext.prototype, 'deleteTexture');
  return () => made.mock.calls.length - deleted.mock.calls.length;
}

test('what a key asks for is seen in the first frame after it, as if it had begun a frame before', async () => {
  await open([plate()]);
  const blueOf = () => pixelAt(air.pixels(), 450, 250)[3]!;
  const items = { flash: { overlay: 'test-plate', params: {}, step: 0 } };
  air.clock.run(1000);
  air.tell({ items }, 16);
  expect(blueOf()).toBeCloseTo((0.8 * 255 * 16) / 500, -0.5);
  air.clock.run(1000);
  air.tell({ items: {} }, 100);
  // Not for as long as nothing was drawn before.
  expect(blueOf()).toBeCloseTo(0.8 * 255 * (1 - 1000 / 60 / 500), -0.5);
  air.clock.run(1000);
  expect(lives()).toEqual({});
});

test('only the graphic that changed is drawn', async () => {
  const select = () => ({ text: 'always the same' });
  await open([plate(), plate({ manifest: { id: 'test-other', layer: 'strip' }, x: 700, select })]);
  air.want('test-plate', 'test-other');
  air.clock.run(1000);
  const before = air.picture.counts.renders;
  air.tell({ race: named('Stage 2') });
  expect(air.picture.counts.renders).toBe(before + 1);
});

test('a graphic that glides is looked at as often as it asks, and only while the race clock runs', async () => {
  const select = vi.fn(({ now }) => ({ text: String(Math.floor((now - START_MS) / 1000)) }));
  await open([plate({ manifest: { glideHz: 10 }, select })]);
  air.tell({ raceClock: running });
  air.want('test-plate');
  air.clock.run(500);
  select.mockClear();
  air.clock.run(1000);
  expect(select.mock.calls.length).toBeGreaterThanOrEqual(9);
  expect(select.mock.calls.length).toBeLessThanOrEqual(11);
  expect(air.clock.next).toBeLessThanOrEqual(1600);
  air.tell({ raceClock: { ...running, rate: 0 } });
  air.clock.run(500);
  expect(air.clock.next).toBe(Infinity);
});

test('an animation that throws takes its own graphic along, and no other', async () => {
  const onUpdate = (_text: string, before: string | null, animations: Animations) => {
    if (before)
      animations.to(
        {},
        {
          duration: 1,
          onUpdate() {
            throw new Error('no such place');
          },
        },
      );
  };
  await open([plate({ onUpdate, x: 700 }), plate({ manifest: { id: 'test-other', layer: 'strip' } })]);
  air.want('test-plate');
  air.clock.run(600);
  air.want('test-plate', 'test-other');
  air.tell({ race: named('Stage 2') });
  air.clock.run(600);
  expect(lives()).toEqual({ 'test-plate': 'failed', 'test-other': 'on' });
  expect(air.faults).toEqual(['test-plate: no such place']);
  expect(pixelAt(air.pixels(), 400, 250)[3]).toBe(204);
});

test('a graphic that this page does not know is reported, and the others are shown', async () => {
  await open([plate()]);
  air.tell({
    items: {
      strip: { overlay: 'never-made', params: {}, step: 0 },
      flash: { overlay: 'test-plate', params: {}, step: 0 },
    },
    cut: true,
  });
  expect(lives()).toEqual({ 'test-plate': 'on', 'never-made': 'failed' });
  expect(air.faults).toEqual(['never-made: This page has no overlay "never-made".']);
  expect([...air.stage.faults.values()]).toMatchObject([{ remedy: expect.stringMatching(/^Reload this page/) }]);
  air.want('test-plate');
  expect(lives()).toEqual({ 'test-plate': 'on' });
});

test('after the GPU was lost, the picture comes back as it was, without animation', async () => {
  const onPlayIn = vi.fn();
  await open([plate({ onPlayIn })], 'webgl');
  air.want('test-plate');
  air.clock.run(600);
  const before = air.pixels();
  const gl = air.picture.element.querySelector('canvas')!.getContext('webgl2')!;
  const restored = new Promise((resolve) => air.picture.onRestored(() => resolve(null)));
  const loss = gl.getExtension('WEBGL_lose_context')!;
  loss.loseContext();
  await new Promise((resolve) => setTimeout(resolve, 50));
  air.tell({ race: named('Stage 2') });
  air.tell({ race: named('Stage 1') });
  loss.restoreContext();
  await restored;
  air.clock.to(air.clock.timeMs);
  expect(lives()).toEqual({ 'test-plate': 'on' });
  expect(air.picture.counts.contextLosses).toBe(1);
  const after = air.pixels();
  expect(before.data.filter((value, i) => value !== after.data[i])).toHaveLength(0);
});

test('news that change nothing that is drawn or told want no frame; a word, a wish and an age do', async () => {
  await open([plate({ manifest: { hold: { outS: 300 } } })]);
  const tell = (news: Partial<Parameters<typeof air.stage.tell>[0]>) => {
    const told = { race: named('Stage 1'), items, cut: false, replay: false, raceClock: running, ...news };
    air.stage.tell(told);
    return air.stage.glance(air.clock.timeMs) <= air.clock.timeMs;
  };
  const items = { stack: { overlay: 'test-plate', params: {}, step: 0 } } as const;
  expect(tell({})).toBe(true);
  air.clock.run(2000);
  const renders = air.picture.counts.renders;
  expect(tell({})).toBe(false);
  expect(tell({ race: named('Stage 2') })).toBe(true);
  expect(air.picture.counts.renders).toBe(renders);
  air.clock.run(1000);
  expect(air.picture.counts.renders).toBeGreaterThan(renders);
  const isOld = { ...running, atMs: START_MS + 60_000 };
  expect(tell({ race: named('Stage 2'), raceClock: isOld })).toBe(true);
  air.clock.run(100);
  expect(tell({ race: named('Stage 2'), raceClock: isOld })).toBe(false);
  expect(tell({ race: named('Stage 2'), items: {} })).toBe(true);
});

test('a cut that changed nothing is no cut of what is wanted after it', async () => {
  await open([plate()]);
  air.want('test-plate');
  air.clock.run(1000);
  const items = { stack: { overlay: 'test-plate', params: {}, step: 0 } } as const;
  const told = { race: race(), items, cut: true, replay: false, raceClock: running };
  air.stage.tell(told);
  air.clock.run(100);
  air.stage.tell({ ...told });
  expect(air.stage.glance(air.clock.timeMs)).toBeGreaterThan(air.clock.timeMs);
  air.stage.tell({ ...told, items: {}, cut: false });
  air.clock.run(50);
  expect(lives()).toEqual({ 'test-plate': 'leaving' });
});

test('what is to come is made ready at the glance, and its frame has only to draw it', async () => {
  let drawn = 0;
  await open([plate({ onDraw: () => drawn++ })]);
  air.clock.run(1000);
  const { renders } = air.picture.counts;
  const items = { flash: { overlay: 'test-plate', params: {}, step: 0 } };
  air.stage.tell({ race: race(), items, cut: false, replay: false, raceClock: running });
  const { timeMs } = air.clock;
  expect(air.stage.glance(timeMs + 20)).toBe(timeMs + 20);
  expect([drawn, air.picture.counts.renders]).toEqual([1, renders]);
  // The frame of the screen may have begun before the news came.
  air.clock.to(timeMs + 12);
  expect([drawn, air.picture.counts.renders]).toEqual([1, renders + 1]);
  expect(lives()).toEqual({ 'test-plate': 'entering' });
  expect(pixelAt(air.pixels(), 450, 250)[3]).toBeGreaterThan(0);
});

test('a select that throws at a glance fails in the frame, as ever', async () => {
  const broken = plate();
  let throws = false;
  const select: typeof broken.select = (seen) => {
    if (throws) throw new Error('no words');
    return broken.select(seen);
  };
  await open([{ ...broken, select }]);
  const items = { flash: { overlay: 'test-plate', params: {}, step: 0 } };
  air.tell({ items });
  air.clock.run(1000);
  throws = true;
  air.stage.tell({ race: named('Stage 9'), items, cut: false, replay: false, raceClock: running });
  expect(air.stage.glance(air.clock.timeMs)).toBe(air.clock.timeMs);
  expect(air.faults).toEqual([]);
  air.clock.run(100);
  expect(air.faults).toEqual(['test-plate: no words']);
});
