import { expect, test, vi } from 'vitest';
import { plate } from '../support/overlay.ts';
import { race, START_MS } from '../support/race.ts';
import { air, alpha, closeAfterEach, life, lives, open } from './on-air.ts';

closeAfterEach();

test('a graphic is taken, stands, is taken out and is gone', async () => {
  await open([plate()]);
  air.want('test-plate');
  expect(life()).toBe('entering');
  expect(alpha()).toBe(0);
  air.clock.run(250);
  expect(alpha()).toBe(102);
  air.clock.run(250);
  expect([life(), alpha()]).toEqual(['on', 204]);
  air.want();
  expect(life()).toBe('leaving');
  air.clock.run(500);
  expect([life(), alpha()]).toEqual(['off', 0]);
  expect(air.picture.element.querySelectorAll('canvas')).toHaveLength(0);
  expect(air.clock.next).toBe(Infinity);
});

test('taking twice does not start again', async () => {
  const onPlayIn = vi.fn();
  await open([plate({ onPlayIn })]);
  air.want('test-plate');
  air.clock.run(250);
  air.want('test-plate');
  expect(alpha()).toBe(102);
  expect(onPlayIn).toHaveBeenCalledTimes(1);
});

test('taken while it leaves, it turns round from where it is', async () => {
  await open([plate()]);
  air.want('test-plate');
  air.clock.run(500);
  air.want();
  air.clock.run(300);
  expect(alpha()).toBe(82);
  air.want('test-plate');
  expect([life(), alpha()]).toEqual(['entering', 82]);
  air.clock.run(100);
  expect(alpha()).toBe(122);
  air.want();
  air.clock.run(100);
  expect(alpha()).toBe(82);
  air.want('test-plate');
  air.clock.run(300);
  expect([life(), alpha()]).toEqual(['on', 204]);
});

test('taken out while it enters, it goes back the way that it came', async () => {
  await open([plate()]);
  air.want('test-plate');
  air.clock.run(200);
  air.want();
  expect([life(), alpha()]).toEqual(['leaving', 82]);
  air.clock.run(200);
  expect([life(), alpha()]).toEqual(['off', 0]);
});

test('a cut takes one frame, and takes along what was leaving', async () => {
  await open([plate(), plate({ manifest: { id: 'test-other', layer: 'strip' }, x: 700 })]);
  air.want('test-plate', 'test-other');
  air.clock.run(600);
  air.want('test-plate');
  air.clock.run(100);
  air.tell({ items: {}, cut: true });
  expect(lives()).toEqual({});
  expect(air.pixels().data.some((value) => value !== 0)).toBe(false);
});

test('a page that is loaded on air shows what is on air at once', async () => {
  const onPlayIn = vi.fn();
  await open([plate({ onPlayIn })]);
  air.tell({ items: { flash: { overlay: 'test-plate', params: {}, step: 0 } }, cut: true });
  expect([life(), alpha()]).toEqual(['on', 204]);
  air.clock.run(100);
  expect(alpha()).toBe(204);
  expect(air.clock.next).toBe(Infinity);
});

test('a cut that is followed by other news within the same frame is still a cut', async () => {
  await open([plate()]);
  const items = { flash: { overlay: 'test-plate', params: {}, step: 0 } };
  const news = {
    race: race(),
    items,
    replay: false,
    raceClock: { atMs: START_MS, pageMs: 0, rate: 1, floorMs: START_MS },
  };
  air.stage.tell({ ...news, cut: true });
  air.tell({ ...news, cut: false });
  expect([life(), alpha()]).toEqual(['on', 204]);
});

test('a cut stays one when more news come before the next frame', async () => {
  await open([plate()]);
  const items = { flash: { overlay: 'test-plate', params: {}, step: 0 } } as const;
  const raceClock = { atMs: START_MS, pageMs: 0, rate: 0, floorMs: -Infinity };
  air.stage.tell({ race: race(), items, cut: true, replay: false, raceClock });
  air.stage.tell({ race: race(), items, cut: false, replay: false, raceClock });
  air.clock.to(0);
  expect([life(), alpha()]).toEqual(['on', 204]);
});

test('who wants to know is told of each change of a life, and of nothing else', async () => {
  const told: string[] = [];
  await open([plate()], 'canvas', { onLives: (rows) => told.push(rows.map(({ life }) => life).join()) });
  air.want('test-plate');
  air.clock.run(1000);
  air.tell({ race: race() });
  air.want();
  air.clock.run(1000);
  expect(told).toEqual(['entering', 'on', 'leaving', '']);
});
