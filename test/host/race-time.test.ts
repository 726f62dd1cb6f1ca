import { expect, test } from 'vitest';
import { followClock, noTime } from '../../src/host/race-time.ts';
import { nowAt } from '../../src/stage/inbox.ts';

test('between two words of the desk the race clock runs at its rate', () => {
  const time = followClock(noTime, { atMs: 50_000, rate: 8 }, 1000);
  expect(nowAt(time, 1000)).toBe(50_000);
  expect(nowAt(time, 1500)).toBe(54_000);
});

test('a word that came late does not turn the clock back: it stands until the desk has caught up', () => {
  const first = followClock(noTime, { atMs: 50_000, rate: 1 }, 1000);
  const late = followClock(first, { atMs: 51_000, rate: 1 }, 2200);
  expect(nowAt(late, 2200)).toBe(51_200);
  expect(nowAt(late, 2300)).toBe(51_200);
  expect(nowAt(late, 2500)).toBe(51_300);
});

test('a word on what was true a while ago does not turn back the clock of now', () => {
  const first = followClock(noTime, { atMs: 50_000, rate: 1 }, 1000);
  const late = followClock(first, { atMs: 50_980, rate: 1 }, 2000, 5000);
  expect(nowAt(first, 5000)).toBe(54_000);
  expect([5000, 5010, 5020, 5100].map((atMs) => nowAt(late, atMs))).toEqual([54_000, 54_000, 54_000, 54_080]);
});

test('a pause stops it where the desk says, and never later than it was', () => {
  const time = followClock(noTime, { atMs: 50_000, rate: 1 }, 1000);
  const paused = followClock(time, { atMs: 52_000, rate: 0 }, 3000);
  expect(nowAt(paused, 9000)).toBe(52_000);
});

test('a seek goes anywhere', () => {
  const time = followClock(noTime, { atMs: 50_000_000, rate: 1 }, 1000);
  expect(nowAt(followClock(time, { atMs: 20_000_000, rate: 1 }, 2000), 2000)).toBe(20_000_000);
  expect(nowAt(followClock(time, { atMs: 90_000_000, rate: 1 }, 2000), 2000)).toBe(90_000_000);
});
