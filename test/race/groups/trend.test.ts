import { describe, expect, it } from 'vitest';
import { type GapHistory, remember, trendOf } from '../../../src/race/groups/trend.ts';

/** One gap a second. */
const history = (gaps: readonly number[]): GapHistory =>
  gaps.reduce<GapHistory>((known, gapS, second) => remember(known, second * 1000, gapS), []);
const seconds = (count: number, gapAt: (second: number) => number) => Array.from({ length: count }, (_, s) => gapAt(s));

describe('the trend of a gap', () => {
  it('is its slope over the last minute, in seconds a minute', () => {
    expect(trendOf(history(seconds(61, (s) => 120 - s / 6)))).toBeCloseTo(-10, 6);
    expect(trendOf(history(seconds(300, (s) => (s < 200 ? 60 : 60 + (s - 200) / 4))))).toBeCloseTo(15, 6);
  });

  it('is not known before half a minute is', () => {
    expect(trendOf(history(seconds(30, () => 60)))).toBeNull();
    expect(trendOf(history(seconds(31, () => 60)))).toBeCloseTo(0, 6);
  });

  it('begins anew where the gap jumps: other riders are in front, nobody rode so fast', () => {
    const jump = seconds(90, (s) => (s < 60 ? 170 : 376));
    expect(trendOf(history(jump))).toBeNull();
    expect(trendOf(history([...jump, ...seconds(2, () => 376)]))).toBeCloseTo(0, 6);
  });

  it('bears the noise of trackers, and the holes of a feed', () => {
    expect(trendOf(history(seconds(61, (s) => 60 + (s % 2) * 4)))).toBeCloseTo(0, 0);
    const holed = [0, 6, 12, 48, 54, 60].reduce<GapHistory>((known, s) => remember(known, s * 1000, 60 + s / 2), []);
    expect(trendOf(holed)).toBeCloseTo(30, 6);
  });
});
