import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pacedBy } from '../../../../src/desk/feeds/replay/pace.ts';

const HOUR_S = 3600;
/** Six frames six seconds apart, then a pause of 36 s, as real feeds make; from ten o'clock on. */
const day = Array.from({ length: 40 }, (_, i) => 10 * HOUR_S + i * 6 + Math.floor(i / 6) * 30);
const paced = (seconds: readonly number[]) => pacedBy(seconds.map((s) => s * 1000)).map((ms) => ms / 1000);
const withOdd = (at: number, odd: number) => day.map((s, i) => (i === at ? odd : s));

describe('the pace of a recording', () => {
  it('is that of its frames, pauses and a hole of an hour included', () => {
    expect(paced(day)).toEqual(day);
    const holed = day.map((s, i) => (i < 20 ? s : s + HOUR_S));
    expect(paced(holed)).toEqual(holed);
  });

  it.each([0, 1, 5, 6, 20, 38, 39])('is not changed by one odd time, wherever it lies (frame %d)', (at) => {
    for (const odd of [
      day[at]! + 600,
      day[at]! + 25 * 60,
      day[at]! * 1e6,
      day[at]! / 1000,
      day[at]! - 700,
      Number.NaN,
    ]) {
      const found = paced(withOdd(at, odd));
      expect(found.filter((_, i) => i !== at)).toEqual(day.filter((_, i) => i !== at));
      expect(found[at]).toBeGreaterThanOrEqual(found[at - 1] ?? 0);
      expect(found[at]).toBeLessThanOrEqual(found[at + 1] ?? day[at]!);
    }
  });

  it('forgives two odd times in a row, and frames that overtake each other', () => {
    const two = day.map((s, i) => (i === 10 || i === 11 ? s + 9000 * (i - 8) : s));
    expect(paced(two)[30]).toBe(day[30]);
    const swapped = day.map((_, i) => day[i % 2 === 0 ? i + 1 : i - 1]!);
    expect(paced(swapped).at(-1)).toBe(day.at(-1));
  });

  it('plays what lies before a clock that was set back so much earlier', () => {
    const set = day.map((s, i) => (i < 20 ? s + 120 : s));
    const found = paced(set);
    expect(found.slice(20)).toEqual(day.slice(20));
    for (let i = 1; i < 20; i += 1) expect(found[i]! - found[i - 1]!).toBe(day[i]! - day[i - 1]!);
    expect(day[20]! - found[19]!).toBeLessThan(40);
  });

  it('never runs backwards and never fails, whatever the times are', () => {
    const time = fc.oneof(fc.double(), fc.integer({ min: 0, max: 100_000_000 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(fc.array(time, { maxLength: 60 }), (times) => {
        const found = pacedBy(times);
        expect(found).toHaveLength(times.length);
        for (let i = 1; i < found.length; i += 1) expect(found[i]! >= found[i - 1]!).toBe(true);
      }),
    );
  });
});
