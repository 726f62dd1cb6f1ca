import { describe, expect, it } from 'vitest';
import { excerptsOf } from '../../src/desk/excerpt.ts';
import type { Playable, Timed } from '../../src/desk/feeds/feed.ts';

const HOUR_MS = 3_600_000;
const input = (topic: string, atMs: number, text = `${topic} ${atMs}`): Timed => ({ feed: 'test', topic, atMs, text });

/** An hour with a frame a second, a word every ten minutes, and a paper that is read again and changes once. */
const hour: Timed[] = Array.from({ length: 3600 }, (_, s) => [
  ...(s % 300 === 0 ? [input('paper', s * 1000, s < 1800 ? 'old' : 'new')] : []),
  ...(s % 600 === 0 ? [input('word', s * 1000)] : []),
  input('frame', s * 1000),
]).flat();

function playable(inputs: Iterable<Timed>) {
  let read = 0;
  const one: Playable = {
    title: 'a test',
    feeds: ['test'],
    reader: () => () => ({ events: [], faults: [] }),
    span: { fromMs: 0, toMs: HOUR_MS },
    startMs: 0,
    momentAt: () => null,
    *play() {
      for (const each of inputs) {
        read += 1;
        yield each;
      }
    },
  };
  return { one, read: () => read };
}

const never = () => false;

describe('an excerpt', () => {
  it('has every paper once, every word, and something of the last two minutes of what streams', () => {
    const excerpts = excerptsOf(playable(hour).one);
    expect(excerpts.reach(3_000_000, never)).toBe(true);
    const few = excerpts.at(3_000_000);
    const of = (topic: string) => few.filter((one) => one.topic === topic);
    expect(of('paper').map(({ text }) => text)).toEqual(['old', 'new']);
    expect(of('word').map(({ atMs }) => atMs)).toEqual([0, 600_000, 1_200_000, 1_800_000, 2_400_000, 3_000_000]);
    const frames = of('frame').map(({ atMs }) => 3_000_000 - atMs);
    expect(frames.length).toBeGreaterThan(20);
    expect(frames.length).toBeLessThan(40);
    expect([frames[0], frames.at(-1)]).toEqual([113_000, 0]);
    expect(few.every(({ atMs }) => atMs <= 3_000_000)).toBe(true);
    expect(few.map(({ atMs }) => atMs)).toEqual(few.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
  });

  it('reads in slices, no further than it must, and nothing twice', () => {
    const { one, read } = playable(hour);
    const excerpts = excerptsOf(one);
    expect(excerpts.reach(600_000, () => read() >= 100)).toBe(false);
    expect(read()).toBe(100);
    expect(excerpts.reach(600_000, never)).toBe(true);
    expect(read()).toBeLessThan(620);
    expect(excerpts.reach(300_000, never)).toBe(true);
    expect(excerpts.at(300_000).at(-1)?.atMs).toBe(300_000);
    expect(read()).toBeLessThan(620);
    expect(excerpts.reach(2 * HOUR_MS, never)).toBe(true);
    expect(read()).toBe(hour.length);
  });
});
