import { expect, test } from 'vitest';
import { plate } from '../support/overlay.ts';
import { air, closeAfterEach, lives, open } from './on-air.ts';

closeAfterEach();

test('a busy layer is handed over: the old one leaves, then the new one enters, and the log says why', async () => {
  await open([plate(), plate({ manifest: { id: 'test-other' } })]);
  air.want('test-plate');
  air.clock.run(500);
  air.want('test-other');
  expect(lives()).toEqual({ 'test-plate': 'leaving', 'test-other': 'waiting' });
  expect(air.stage.lives()[1]?.why).toBe('test-plate has not left yet');
  air.clock.run(500);
  expect(lives()).toEqual({ 'test-other': 'entering' });
  air.clock.run(500);
  expect(lives()).toEqual({ 'test-other': 'on' });
  expect(air.stage.log.map(({ text }) => text)).toEqual([
    'test-plate is taken',
    'test-plate makes way for test-other',
    'test-other is taken after test-plate',
  ]);
});

test('zones that exclude each other are handed over, too: the last who leaves lets the newcomer in', async () => {
  const [left, top, full] = [{ id: 'test-left' }, { id: 'test-top' }, { id: 'test-full' }] as const;
  await open([
    plate({ manifest: left }),
    plate({ manifest: { ...top, layer: 'stack' } }),
    plate({ manifest: { ...full, layer: 'sheet' } }),
  ]);
  air.want('test-left');
  air.clock.run(500);
  air.want('test-left', 'test-top');
  air.clock.run(200);
  air.want('test-full');
  expect(lives()).toEqual({ 'test-left': 'leaving', 'test-top': 'leaving', 'test-full': 'waiting' });
  air.clock.run(500);
  expect(lives()).toEqual({ 'test-full': 'entering' });
  air.want('test-left');
  expect(lives()).toEqual({ 'test-full': 'leaving', 'test-left': 'waiting' });
  expect(air.stage.lives().find(({ overlay }) => overlay === 'test-left')?.why).toBe('test-full has not left yet');
  air.clock.run(1000);
  expect(lives()).toEqual({ 'test-left': 'on' });
});
