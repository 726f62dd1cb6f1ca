import { expect, test } from 'vitest';
import { plate } from '../support/overlay.ts';
import { race } from '../support/race.ts';
import { pixelAt } from '../support/stage.ts';
import { air, alpha, closeAfterEach, life, lives, open, still } from './on-air.ts';

closeAfterEach();

test('after a pause there is no farewell: what was taken out while nobody looked is gone', async () => {
  await open([plate()]);
  air.want('test-plate');
  air.clock.run(500);
  air.stage.tell({ race: race(), items: {}, cut: false, replay: false, raceClock: still });
  air.clock.to(6000, true);
  expect([life(), alpha()]).toEqual(['off', 0]);
  expect(air.clock.next).toBe(Infinity);
});

test('after a pause there is no entrance, and nothing half way', async () => {
  const other = { id: 'test-other', layer: 'strip' } as const;
  await open([plate(), plate({ manifest: other, x: 700 }), plate({ manifest: { id: 'test-third' } })]);
  const items = (left: string) => ({
    flash: { overlay: left, params: {}, step: 0 },
    strip: { overlay: 'test-other', params: {}, step: 0 },
  });
  air.want('test-plate');
  air.clock.run(250);
  // Half in, when the frames stop; another one is taken, and the first is handed over.
  air.stage.tell({ race: race(), items: items('test-third'), cut: false, replay: false, raceClock: still });
  air.clock.to(400, true);
  expect(lives()).toEqual({ 'test-third': 'on', 'test-other': 'on' });
  expect([alpha(), pixelAt(air.pixels(), 900, 250)[3]]).toEqual([204, 204]);
  expect(air.clock.next).toBe(Infinity);
  // Half out.
  air.want('test-other');
  air.clock.run(100);
  expect(lives()).toEqual({ 'test-third': 'leaving', 'test-other': 'on' });
  air.clock.resume();
  air.clock.to(air.clock.timeMs);
  expect(lives()).toEqual({ 'test-other': 'on' });
  expect(alpha()).toBe(0);
  // And from then on things move again.
  air.want('test-plate', 'test-other');
  air.clock.run(250);
  expect([life(), alpha()]).toEqual(['entering', 102]);
});
