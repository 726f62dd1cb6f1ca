import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStateFeed } from '../../../../src/desk/doors/remote/state-feed.ts';
import type { FlatState } from '../../../../src/desk/doors/state.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('tells what changed, at once and then ten times a second, and reads nothing for nobody', () => {
  let state: FlatState = { onAir: '', clockMs: 1 };
  let reads = 0;
  const heard: [FlatState, readonly string[]][] = [];
  const feed = createStateFeed(() => {
    reads += 1;
    return state;
  }, Date.now);
  feed.look();
  vi.advanceTimersByTime(1000);
  expect(reads).toBe(0);

  const stop = feed.listen((...news) => heard.push(news));
  state = { onAir: 'a', clockMs: 2 };
  feed.look();
  vi.advanceTimersByTime(0);
  expect(heard).toEqual([[{ onAir: 'a', clockMs: 2 }, ['onAir']]]);

  for (let i = 0; i < 10; i += 1) {
    state = { onAir: `b${i}`, clockMs: 3 + i };
    feed.look();
    vi.advanceTimersByTime(9);
  }
  expect(heard).toHaveLength(1);
  vi.advanceTimersByTime(10);
  expect(heard.at(-1)).toEqual([{ onAir: 'b9', clockMs: 12 }, ['onAir']]);
  expect(heard).toHaveLength(2);

  // The clock alone is no news.
  state = { onAir: 'b9', clockMs: 99 };
  feed.look();
  vi.advanceTimersByTime(1000);
  expect(heard).toHaveLength(2);

  stop();
  const before = reads;
  feed.look();
  vi.advanceTimersByTime(1000);
  expect(reads).toBe(before);
});

it('goes on after a state that could not be read', () => {
  let onAir = 'a';
  let broken = false;
  const heard: FlatState[] = [];
  const feed = createStateFeed(() => {
    if (broken) throw new Error('no race');
    return { onAir };
  }, Date.now);
  feed.listen((state) => heard.push(state));
  broken = true;
  feed.look();
  expect(() => vi.advanceTimersByTime(100)).toThrow('no race');
  broken = false;
  onAir = 'b';
  feed.look();
  vi.advanceTimersByTime(100);
  expect(heard).toEqual([{ onAir: 'b' }]);
  feed.stop();
});
