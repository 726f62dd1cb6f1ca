import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultEdition, languages } from '../../src/edition/edition.ts';
import { arrivalRange, factText, gapRange } from '../../src/edition/forecast-text.ts';
import { factKinds } from '../../src/insight/forecast.ts';

const edition = defaultEdition;
const between = (low: number, high: number) => {
  const band = { low, high };
  return { value: (low + high) / 2, half: band, most: band };
};
const secondsOf = (text: string) => {
  const [, m = '0', s = '0'] = /^(?:(\d+)')?(\d+)"$/.exec(text) ?? [];
  return 60 * Number(m) + Number(s);
};

describe('a range', () => {
  it('of a gap is rounded outward to ten seconds', () => {
    expect(gapRange(between(72, 118), edition).text).toBe(`1'10" – 2'00"`);
    expect(gapRange(between(70, 120), edition).text).toBe(`1'10" – 2'00"`);
    expect(gapRange(between(72, 118), { ...edition, gapStyle: 'colon' }).text).toBe('1:10 – 2:00');
  });

  it('holds all that it promises, and is never one figure', () => {
    const gaps = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: 500 }), (low, wide) => {
        const [from, to] = gapRange(between(low, low + wide), edition)
          .text.split(' – ')
          .map(secondsOf);
        expect(from! <= low && low + wide <= to! && from! < to!).toBe(true);
        expect(from! % 10 === 0 && to! % 10 === 0).toBe(true);
      }),
    );
  });

  it('of an arrival is in minutes of the local clock, in half minutes from 15 km on', () => {
    const noon = Date.UTC(2026, 5, 1, 12);
    const its = between(noon + 8 * 60_000 + 10_000, noon + 13 * 60_000 + 50_000);
    expect(arrivalRange(its, 15_000, 300).text).toBe('17:08 – 17:14');
    expect(arrivalRange(its, 14_999, 300).text).toBe('17:08:00 – 17:14:00');
  });

  it('says where in it half of the cases are', () => {
    const estimate = { value: 100, half: { low: 90, high: 110 }, most: { low: 50, high: 150 } };
    expect(gapRange(estimate, edition).half).toEqual({ low: 0.4, high: 0.6 });
  });
});

describe('a fact', () => {
  it('is a phrase in every language, and another one for each kind', () => {
    for (const language of languages) {
      const phrases = factKinds.map((of) => factText({ of, value: 42 }, { ...edition, language }));
      expect(new Set(phrases).size, language).toBe(factKinds.length);
      expect(phrases.filter((phrase) => !phrase.includes('42') && !phrase.includes('58'))).toEqual([]);
    }
  });

  it('says which way it goes', () => {
    const said = (of: 'closing' | 'pace' | 'split', value: number) => factText({ of, value }, edition);
    expect(said('closing', 4)).toBe(`closing by 4" a km`);
    expect(said('closing', -4)).toBe(`losing 4" a km`);
    expect(said('closing', 0.3)).toBe('the gap holds');
    expect(said('pace', 96.4)).toBe('4% slower than usual on such roads');
    expect(said('pace', 100.3)).toBe('as fast as usual on such roads');
    expect(said('split', -12)).toBe(`12" ahead of the best so far`);
  });
});
