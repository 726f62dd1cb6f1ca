import { expect, it } from 'vitest';
import { type GapHistory, remember, trendOf } from '../../src/race/groups/trend.ts';

const historyOf = (seconds: number, gapAt: (s: number) => number): GapHistory => {
  let history: GapHistory = [];
  for (let s = 0; s <= seconds; s += 1) history = remember(history, s * 1000, gapAt(s));
  return history;
};

it('a gap that shrinks by half a second a second has a trend of minus thirty a minute', () => {
  expect(trendOf(historyOf(90, (s) => 120 - s / 2))).toBeCloseTo(-30, 6);
});

it('only the last minute counts', () => {
  expect(trendOf(historyOf(120, (s) => (s < 60 ? 5 * s : 300)))).toBeCloseTo(0, 6);
});

it('half a minute is too short to say', () => {
  expect(trendOf(historyOf(29, (s) => s))).toBeNull();
  expect(trendOf(historyOf(31, (s) => s))).not.toBeNull();
});

it('the memory of a gap does not grow', () => {
  expect(historyOf(5000, (s) => s).length).toBeLessThanOrEqual(62);
});
