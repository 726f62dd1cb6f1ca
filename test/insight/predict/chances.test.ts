import { describe, expect, it } from 'vitest';
import { recordedPast } from '../../../src/insight/past.ts';
import { catchChance, chapatteChance, closingOf, usualClosing } from '../../../src/insight/predict/chances.ts';

const flat = usualClosing(recordedPast, 'flat');

describe('the chance of a catch', () => {
  it.each([
    [60, 10, 6, 0.43],
    [100, 10, 6, 0.03],
    [30, 10, 5, 0.8],
    [300, 50, 4, 0.23],
  ])('%s s with %s km to go, closing by %s s a kilometre: %s', (gapS, kmToGo, closing, chance) => {
    expect(catchChance(flat, { gapS, kmToGo, closing, historyKm: 5 })).toBeCloseTo(chance, 2);
  });

  it('is that of the road alone where nothing was seen, and goes to what is seen', () => {
    expect(closingOf(flat, { closing: 99, historyKm: 0 })).toEqual(flat);
    const { mean, sd } = closingOf(flat, { closing: 11, historyKm: 5 });
    expect(mean).toBeCloseTo(25 / 3, 1);
    expect(sd).toBeCloseTo(2, 5);
  });

  it('falls with the gap and rises with the closing', () => {
    const at = (gapS: number, closing: number) => catchChance(flat, { gapS, kmToGo: 20, closing, historyKm: 5 });
    for (let gapS = 10; gapS < 300; gapS += 10) expect(at(gapS + 10, 4)).toBeLessThan(at(gapS, 4));
    for (let closing = -5; closing < 12; closing += 1) expect(at(90, closing + 1)).toBeGreaterThan(at(90, closing));
  });

  it('is even by Chapatte at a minute for ten kilometres', () => {
    expect(chapatteChance(60, 10)).toBe(0.5);
    expect(chapatteChance(120, 10)).toBeLessThan(0.5);
  });
});
