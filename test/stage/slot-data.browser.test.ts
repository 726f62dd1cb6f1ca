import { expect, test } from 'vitest';
import { nothing, type Seen } from '../../src/stage/overlay.ts';
import { plate } from '../support/overlay.ts';
import { race, START_MS } from '../support/race.ts';
import { air, alpha, closeAfterEach, life, open, why } from './on-air.ts';

closeAfterEach();

test('without anything true to show it does not enter; it comes when there is, and leaves when there is not', async () => {
  await open([plate({ select: ({ race }) => (race.groups.length > 0 ? { text: 'groups' } : nothing('no group')) })]);
  const group = { groups: [{} as never] };
  air.want('test-plate');
  expect([life(), why()]).toEqual(['waiting', 'no group']);
  expect(air.stage.log.at(-1)?.text).toBe('test-plate waits: no group');
  air.tell({ race: race(group) });
  expect([life(), why()]).toEqual(['entering', null]);
  air.clock.run(500);
  air.tell({ race: race() });
  expect([life(), why()]).toEqual(['leaving', 'no group']);
  air.clock.run(500);
  expect([life(), why()]).toEqual(['waiting', 'no group']);
  expect(air.stage.log.at(-1)?.text).toBe('test-plate leaves by itself: no group');
  air.tell({ race: race(group) });
  expect(life()).toBe('entering');
});

test('old data is said to be old, older data sends it away, new data brings it back', async () => {
  const news: string[] = [];
  const select = (seen: Seen) => {
    news.push(seen.news);
    return { text: '' };
  };
  await open([plate({ manifest: { hold: { outS: 60 } }, select })]);
  air.want('test-plate');
  air.clock.run(500);
  const running = { atMs: START_MS, pageMs: 500, rate: 1, floorMs: -Infinity };
  air.tell({ raceClock: running });
  expect(air.clock.next).toBe(500 + 11_000);
  air.clock.to(11_500);
  air.clock.run(500);
  expect([life(), alpha(), why()]).toEqual(['on', 204, 'its data is more than 10 s old']);
  expect(air.clock.next).toBe(500 + 31_000);
  air.clock.to(31_500);
  expect([life(), alpha(), why()]).toEqual(['on', 204, 'its data is more than 30 s old']);
  expect(air.clock.next).toBe(500 + 61_000);
  air.clock.to(61_500);
  expect(life()).toBe('leaving');
  air.clock.run(500);
  expect([life(), why()]).toEqual(['waiting', 'its data is more than 60 s old']);
  expect(air.stage.log.at(-1)?.text).toBe('test-plate leaves by itself: its data is more than 60 s old');
  expect(news).toEqual(['fresh', 'ageing', 'old']);
  const now = { ...race(), atMs: START_MS + 61_000 };
  air.tell({ race: { ...now, health: { ...now.health, topics: [] } } });
  air.clock.run(500);
  expect([life(), alpha(), why()]).toEqual(['on', 204, null]);
});

test('taken before there is word of the race it waits, and taken out it waits no more', async () => {
  await open([plate()]);
  air.tell({ race: null });
  air.want('test-plate');
  expect([life(), why()]).toEqual(['waiting', 'no word of the race yet']);
  air.want();
  expect(air.stage.lives()).toEqual([]);
});
