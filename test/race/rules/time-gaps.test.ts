import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeGaps } from '../../../src/race/rules/time-gaps.ts';

describe('time gaps on the line', () => {
  const timesS = [0, 0.3, 0.9, 1.7, 2.9, 3.1, 6.5, 6.9];

  it('opens a group at one second and gives it the difference to the winner', () => {
    expect(timeGaps(timesS, 1)).toEqual([0, 0, 0, 0, 2, 2, 6, 6]);
  });

  it('opens a group at three seconds where a bunch sprint is expected', () => {
    expect(timeGaps(timesS, 3)).toEqual([0, 0, 0, 0, 0, 0, 6, 6]);
  });

  it('counts exactly one second as a split, whatever floating point says', () => {
    expect(timeGaps([0, 2.1, 3.1], 1)).toEqual([0, 2, 3]);
  });

  it('is never negative, never falls, never exceeds the real gap, and 3 s never gives more than 1 s', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1 }), (ms) => {
        const riddenS = ms.toSorted((a, b) => a - b).map((one) => (one - Math.min(...ms)) / 1000);
        const [strict, loose] = [timeGaps(riddenS, 1), timeGaps(riddenS, 3)];
        strict.forEach((gapS, i) => {
          expect(gapS).toBeGreaterThanOrEqual(strict[i - 1] ?? 0);
          expect(gapS).toBeLessThanOrEqual(riddenS[i]!);
          expect(loose[i]).toBeLessThanOrEqual(gapS);
        });
      }),
    );
  });
});
