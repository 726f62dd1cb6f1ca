import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AskedWitness } from '../../src/host/link-witness.ts';
import { createWitness, type Witness } from '../../src/host/witness.ts';
import type { Items } from '../../src/show/show.ts';
import type { OverlayLife } from '../../src/stage/layers.ts';
import type { Life } from '../../src/stage/slot.ts';
import type { WordsTold } from '../../src/wire/crew/report.ts';

let asked: AskedWitness;
let told: WordsTold[];
let lives: readonly OverlayLife[];
let words: readonly string[];
/** How often the picture was read. */
let reads: number;
let frames: number;
let witness: Witness;

const gaps = (life: Life, groups = 3): OverlayLife => ({
  ...{ overlay: 'gap-ticker', layer: 'stack', life, why: null },
  item: { overlay: 'gap-ticker', params: { groups }, step: 0 },
});
/** A frame in which it stands so, and says this. */
const draws = (next: readonly OverlayLife[], ...said: readonly string[]) => {
  lives = next;
  words = said;
  frames += 1;
  witness.look();
};
const wants = (...items: readonly OverlayLife[]) =>
  witness.before(Object.fromEntries(items.map(({ layer, item }) => [layer, item])) as Items);
const said = () => told.map(({ words }) => words.join());

beforeEach(() => {
  vi.useFakeTimers();
  [told, lives, words, reads, frames] = [[], [], [], 0, 0];
  const stage = {
    lives: () => [...lives],
    words() {
      reads += 1;
      return words;
    },
    get frames() {
      return frames;
    },
  };
  witness = createWitness(stage as unknown as Parameters<typeof createWitness>[0], {
    hear(who) {
      asked = who;
    },
    words: (one) => told.push(one),
    still() {},
  });
});
afterEach(() => {
  witness.close();
  vi.useRealTimers();
});

it('reads nothing and says nothing on a page that is not asked', () => {
  draws([gaps('entering')], 'a');
  draws([gaps('on')], 'a');
  wants();
  vi.advanceTimersByTime(60_000);
  expect([reads, told]).toEqual([0, []]);
});

it('tells what is to be read once it stands whole, every ten seconds while it changes, and as it goes', () => {
  asked.appoint(true);
  draws([gaps('entering')], 'a');
  expect(told).toEqual([]);
  draws([gaps('on')], 'a');
  expect(told).toEqual([{ overlay: 'gap-ticker', params: { groups: 3 }, step: 0, words: ['a'] }]);
  draws([gaps('on')], 'b');
  draws([gaps('on')], 'c');
  expect(said()).toEqual(['a']);
  vi.advanceTimersByTime(10_000);
  expect(said()).toEqual(['a', 'c']);
  draws([gaps('on')], 'd');
  draws([gaps('leaving')], 'd');
  expect(said()).toEqual(['a', 'c', 'd']);
  draws([]);
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual(['a', 'c', 'd']);
});

it('at rest reads its picture no more', () => {
  asked.appoint(true);
  draws([gaps('entering')], 'a');
  draws([gaps('on')], 'a');
  vi.advanceTimersByTime(10_000);
  const before = reads;
  vi.advanceTimersByTime(600_000);
  expect(reads).toBe(before);
});

it('with other values tells what stood there before, and what stands there when it has settled', () => {
  asked.appoint(true);
  draws([gaps('entering')], 'three');
  draws([gaps('on')], 'three');
  draws([gaps('on')], 'three, later');
  wants(gaps('on', 5));
  draws([gaps('on', 5)], 'both');
  vi.advanceTimersByTime(500);
  draws([gaps('on', 5)], 'five');
  vi.advanceTimersByTime(500);
  expect(told.map(({ params, words }) => [params.groups, ...words])).toEqual([
    [3, 'three'],
    [3, 'three, later'],
    [5, 'five'],
  ]);
});

it('that is one no longer stops', () => {
  asked.appoint(true);
  draws([gaps('entering')], 'a');
  draws([gaps('on')], 'a');
  asked.appoint(false);
  draws([gaps('leaving')], 'b');
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual(['a']);
});
