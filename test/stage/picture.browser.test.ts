import { Container, Graphics, Text } from 'pixi.js';
import { expect, test } from 'vitest';
import type { Drawing } from '../../src/stage/overlay.ts';
import type { Animations } from '../../src/stage/time.ts';
import { mount, pixelAt } from '../support/stage.ts';

interface View {
  readonly text: string;
}

/** A plate of 80 % blue with a label, that slides in from the left. */
function plate(animations: Animations): Drawing<View> {
  const label = new Text({ text: '', style: { fontSize: 40, fill: '#ffffff' }, x: 20, y: 20 });
  const back = new Graphics().rect(0, 0, 400, 100).fill({ color: '#0000ff', alpha: 0.8 });
  const node = new Container({ children: [back, label], x: 100, y: 200 });
  const timeline = (vars: gsap.TweenVars, to: gsap.TweenVars) =>
    animations.timeline().fromTo(node, vars, { ...to, duration: 0.5, ease: 'none' });
  return {
    node,
    box: { x: 60, y: 200, width: 440, height: 100 },
    update: (view) => {
      label.text = view.text;
    },
    playIn: () => timeline({ alpha: 0, x: 60 }, { alpha: 1, x: 100 }),
    playOut: () => timeline({ alpha: 1 }, { alpha: 0 }),
  };
}

for (const renderer of ['canvas', 'webgl'] as const) {
  test(`${renderer}: transparent means transparent, and a plate has exactly its alpha`, async () => {
    const on = await mount(plate, renderer);
    on.update({ text: '' });
    const image = on.pixels();
    expect(pixelAt(image, 300, 250)).toEqual([0, 0, 255, 204]);
    const outside = image.data.filter((_, i) => {
      const [x, y] = [(i >> 2) % 1920, Math.floor((i >> 2) / 1920)];
      return x < 100 || x >= 500 || y < 200 || y >= 300;
    });
    expect(outside.some((value) => value !== 0)).toBe(false);
    expect(getComputedStyle(document.body).backgroundColor).toBe('rgba(0, 0, 0, 0)');
    on.unmount();
  });

  test(`${renderer}: a frame in which nothing changed draws nothing`, async () => {
    const on = await mount(plate, renderer);
    on.update({ text: 'Vollering' });
    const before = { ...on.picture.counts };
    on.clock.run(1000);
    on.update({ text: 'Vollering' });
    expect(on.picture.counts).toEqual(before);
    on.update({ text: 'Niewiadoma' });
    expect(on.picture.counts.renders).toBe(before.renders + 1);
    expect(on.picture.counts.drawCalls).toBeGreaterThan(before.drawCalls);
    on.unmount();
  });

  test(`${renderer}: an animation is drawn at each of its moments, then the clock sleeps`, async () => {
    const on = await mount(plate, renderer);
    on.update({ text: '' });
    on.drawing.playIn();
    on.clock.to(250);
    expect(pixelAt(on.pixels(), 300, 250)[3]).toBe(102);
    expect(pixelAt(on.pixels(), 79, 250)[3]).toBe(0);
    expect(pixelAt(on.pixels(), 81, 250)[3]).toBe(102);
    on.clock.to(500);
    expect(pixelAt(on.pixels(), 300, 250)[3]).toBe(204);
    on.clock.to(520);
    expect(on.clock.next).toBe(Infinity);
    on.unmount();
  });
}
