import { describe, expect, it } from 'vitest';
import { recordedPast } from '../../../src/insight/past.ts';
import { estimateOf, fromZero, isTooWide } from '../../../src/insight/predict/interval.ts';
import { chances } from '../../support/ride.ts';

const borrowed = recordedPast.errors.arrivals;

describe('the bands around what is expected', () => {
  /** Normal, with a mean error without sign of one unit. */
  const drawn = (seed: number) => {
    const chance = chances(seed);
    return () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance()) * 1.2533;
  };

  it.each([
    ['forty forecasts of the day', 40, 0.84],
    ['other days alone: few, so they are rather too wide', 0, 0.9],
  ])('hold half and four fifths of what comes, by the errors of %s', (_, own, most80) => {
    const error = drawn(7);
    let [half, most] = [0, 0];
    const rounds = 2000;
    for (let i = 0; i < rounds; i += 1) {
      const { half: h, most: m } = estimateOf(100, 3, Array.from({ length: own }, error), borrowed);
      const truth = 100 + 3 * error();
      if (truth >= h.low && truth <= h.high) half += 1;
      if (truth >= m.low && truth <= m.high) most += 1;
    }
    expect(half / rounds).toBeGreaterThan(0.46);
    expect(half / rounds).toBeLessThan(0.54);
    expect(most / rounds).toBeGreaterThan(0.76);
    expect(most / rounds).toBeLessThan(most80);
  });

  it('become narrow on a day that goes as expected, and wide on one that does not', () => {
    const width = (own: number[]) => {
      const { most } = estimateOf(100, 3, own, borrowed);
      return most.high - most.low;
    };
    const even = Array.from({ length: 40 }, (_, i) => (i % 2 ? 0.1 : -0.1));
    expect(width(even)).toBeLessThan(width([]) / 2);
    expect(width(even.map((error) => error * 40))).toBeGreaterThan(width([]) * 1.5);
  });

  it('lie one in the other, and never below nothing where nothing is the least', () => {
    const { half, most } = estimateOf(10, 20, [], borrowed);
    expect(most.low).toBeLessThan(half.low);
    expect(half.high).toBeLessThan(most.high);
    const cut = fromZero({ value: -1, half, most });
    expect([cut.value, cut.half.low, cut.most.low]).toEqual([0, 0, 0]);
  });

  it('say nothing once they are as wide as two thirds of the value', () => {
    const of = (low: number, high: number) => ({ value: 60, half: { low, high }, most: { low, high } });
    expect(isTooWide(of(41, 80), 60)).toBe(false);
    expect(isTooWide(of(40, 80), 60)).toBe(true);
    expect(isTooWide(of(0, 0), 0)).toBe(true);
  });
});
