import { expect, it } from 'vitest';
import { firstsBreak, tieBreak } from '../../../src/race/rules/tie-break.ts';

// UCI 2.6.015, as the Tour and the Vuelta print it.
it('separates equal times by hundredths of the time trials, then places, then the last stage', () => {
  const tie = { hundredths: 41, placesSum: 120, lastPlace: 8 };
  expect(tieBreak(tie, { ...tie, hundredths: 40 })).toBeGreaterThan(0);
  expect(tieBreak({ ...tie, hundredths: 40, placesSum: 999 }, tie)).toBeLessThan(0);
  expect(tieBreak(tie, { ...tie, placesSum: 121, lastPlace: 1 })).toBeLessThan(0);
  expect(tieBreak(tie, { ...tie, lastPlace: 7 })).toBeGreaterThan(0);
  expect(tieBreak(tie, { ...tie })).toBe(0);
});

// Vuelta 2025: stages won, then sprints won.
it('separates equal points by stages won, then sprints won', () => {
  expect(firstsBreak([2, 0], [1, 9])).toBeLessThan(0);
  expect(firstsBreak([1, 3], [1, 4])).toBeGreaterThan(0);
  expect(firstsBreak([1, 3], [1, 3])).toBe(0);
});
