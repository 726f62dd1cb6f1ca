import { expect, test } from 'vitest';
import { overlays } from '../../src/host/overlays.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { createDrawn } from '../../src/show/replay.ts';
import type { Items } from '../../src/show/show.ts';
import { loadFonts } from '../../src/stage/kit/fonts.ts';
import { isEmpty } from '../support/compare.ts';
import { air, closeAfterEach, lives, open } from './on-air.ts';

closeAfterEach();

const race = situation({
  headKm: 125.74,
  groups: [
    { kind: 'head', bibs: ['33', '12', '54', '61'] },
    { kind: 'peloton', bibs: 92, gapS: 254 },
  ],
});
const raceClock = { atMs: race.atMs, pageMs: 0, rate: 0, floorMs: -Infinity };
const taken: Items = {
  stack: { overlay: 'gap-ticker', params: {}, step: 0 },
  strap: { overlay: 'rider-strap', params: { bib: '33' }, step: 0 },
};
const drawn = createDrawn([...overlays.values()].map(({ manifest }) => manifest));
const wish = (program: Items, replay: boolean, cut = false) =>
  air.tell({ race, raceClock, items: drawn({ program, replay }), replay, cut });
const graphics = () => air.picture.element.querySelectorAll('canvas').length;
const said = () => air.stage.log.map(({ text }) => text);

async function onAir() {
  await loadFonts();
  await open([...overlays.values()]);
  wish(taken, false);
  air.clock.run(3000);
}

test('live values leave with their own way out for the tag, and come back when the replay ends', async () => {
  await onAir();
  const before = graphics();
  wish(taken, true);
  expect(lives()).toEqual({ 'gap-ticker': 'leaving', 'rider-strap': 'on', 'replay-tag': 'entering' });
  air.clock.run(3000);
  expect(lives()).toEqual({ 'rider-strap': 'on', 'replay-tag': 'on' });
  expect(graphics()).toBe(before);
  wish(taken, false);
  expect(lives()).toEqual({ 'gap-ticker': 'entering', 'rider-strap': 'on', 'replay-tag': 'leaving' });
  air.clock.run(3000);
  expect(lives()).toEqual({ 'gap-ticker': 'on', 'rider-strap': 'on' });
  expect(graphics()).toBe(before);
  expect(said()).toEqual([
    'gap-ticker is taken',
    'rider-strap is taken',
    'gap-ticker leaves for the replay',
    'replay-tag enters for the replay',
    'replay-tag leaves: the replay is over',
    'gap-ticker enters after the replay',
  ]);
  expect(air.faults).toEqual([]);
});

test('the strap stays, and says nothing of where its rider is now', async () => {
  await loadFonts();
  await open([...overlays.values()]);
  const line = (replay: boolean) => {
    wish({ strap: taken.strap! }, replay);
    air.clock.run(3000);
    return factLine(air.pixels());
  };
  const group = line(false);
  const place = line(true);
  expect(place).not.toBe(group);
  wish(taken, false);
  air.clock.run(3000);
  // Beside the gaps its best fact is his place this morning, too.
  expect(factLine(air.pixels())).toBe(place);
  expect(line(false)).toBe(group);
});

/** What is painted on the lower line of the strap. */
function factLine(image: ImageData): string {
  const flat = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
  flat.putImageData(image, 0, 0);
  return flat.getImageData(110, 980, 700, 40).data.join();
}

test('a page that comes in during a replay has the tag at once, and nothing else', async () => {
  await loadFonts();
  await open([...overlays.values()]);
  wish({ stack: taken.stack! }, true, true);
  expect(lives()).toEqual({ 'replay-tag': 'on' });
  air.clock.run(100);
  expect(graphics()).toBe(1);
});

test('a panic takes the tag away in one frame', async () => {
  await onAir();
  wish(taken, true);
  air.clock.run(100);
  air.tell({ items: {}, replay: false, cut: true });
  expect(lives()).toEqual({});
  expect(isEmpty(air.pixels())).toBe(true);
});

test('a replay that ends while its first frame is drawn turns all around where it is', async () => {
  await onAir();
  wish(taken, true);
  air.clock.run(60);
  wish(taken, false);
  expect(lives()).toEqual({ 'gap-ticker': 'entering', 'rider-strap': 'on', 'replay-tag': 'leaving' });
  air.clock.run(3000);
  expect(lives()).toEqual({ 'gap-ticker': 'on', 'rider-strap': 'on' });
});
