import { afterEach, expect, test, vi } from 'vitest';
import { nothing, type Seen } from '../../src/stage/overlay.ts';
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
const why = () => air.stage.lives().find(({ overlay }) => overlay === 'test-plate')?.why ?? null;
const still = { atMs: START_MS, pageMs: 0, rate: 0, floorMs: -Infinity };
const life = () => lives()['test-plate'] ?? 'off';
const alpha = () => pixelAt(air.pixels(), 400, 250)[3];

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
  const news = { race: race(), items, raceClock: { atMs: START_MS, pageMs: 0, rate: 1, floorMs: START_MS } };
  air.stage.tell({ ...news, cut: true });
  air.tell({ ...news, cut: false });
  expect([life(), alpha()]).toEqual(['on', 204]);
});

test('a cut stays one when more news come before the next frame', async () => {
  await open([plate()]);
  const items = { flash: { overlay: 'test-plate', params: {}, step: 0 } } as const;
  const raceClock = { atMs: START_MS, pageMs: 0, rate: 0, floorMs: -Infinity };
  air.stage.tell({ race: race(), items, cut: true, raceClock });
  air.stage.tell({ race: race(), items, cut: false, raceClock });
  air.clock.to(0);
  expect([life(), alpha()]).toEqual(['on', 204]);
});

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
  expect(news).toEqual(['fresh', 'ageing', 'late']);
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

test('after a pause there is no farewell: what was taken out while nobody looked is gone', async () => {
  await open([plate()]);
  air.want('test-plate');
  air.clock.run(500);
  air.stage.tell({ race: race(), items: {}, cut: false, raceClock: still });
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
  air.stage.tell({ race: race(), items: items('test-third'), cut: false, raceClock: still });
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

for (const [what, broken] of Object.entries({
  draw: { onDraw: fail },
  update: { onUpdate: fail },
  select: { select: fail },
  playIn: { onPlayIn: fail },
}))
  test(`an overlay that throws in ${what} goes alone, and is reported`, async () => {
    await open([plate({ ...broken, x: 700 }), plate({ manifest: { id: 'test-other', layer: 'strip' } })]);
    air.want('test-plate', 'test-other');
    air.clock.run(500);
    expect(lives()).toEqual({ 'test-plate': 'failed', 'test-other': 'on' });
    expect(air.faults).toEqual(['test-plate: no such thing']);
    expect(why()).toBe('no such thing');
    expect([...air.stage.faults.values()]).toMatchObject([
      { count: 1, remedy: expect.stringMatching(/^Take test-plate out and in again/) },
    ]);
    expect([alpha(), pixelAt(air.pixels(), 900, 250)[3]]).toEqual([204, 0]);
    air.want('test-other');
    expect(lives()).toEqual({ 'test-other': 'on' });
  });

function fail(): never {
  throw new Error('no such thing');
}
