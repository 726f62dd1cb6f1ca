import { beforeAll, describe, expect, it } from 'vitest';
import { type Built, watched } from './built-in-race.ts';

// The story as it is shipped, and those of eight whose splits are the slowest to show.
describe.each([1, 3, 7, 8])('the engine on the built-in race with seed %d', (seed) => {
  let built: Built;
  beforeAll(() => {
    built = watched(seed);
  });

  it('finds each split and each merge within 20 s', () => {
    expect(built.changes.length).toBeGreaterThan(20);
    expect(built.late).toEqual([]);
  });

  it('invents no group, and has never more than five', () => {
    expect(built.invented).toEqual([]);
    expect(built.most).toBeLessThanOrEqual(5);
  });

  it('calls nobody a chaser once the race is won, and the gruppetto no peloton', () => {
    const called = ['dropped', 'gruppetto', 'jersey', 'rest'];
    expect([...built.afterTheWinner].filter((kind) => !called.includes(kind))).toEqual([]);
    expect(built.afterTheWinner.size).toBeGreaterThan(1);
  });

  it('knows where everybody is, and sees the winner', () => {
    const sorted = Float64Array.from(built.errorsM).sort();
    expect(sorted[sorted.length >> 1]).toBeLessThan(10);
    expect(sorted[Math.floor(sorted.length * 0.99)]).toBeLessThan(25);
    expect(sorted.at(-1)).toBeLessThan(150);
    expect(built.last?.places[0]).toMatchObject({ status: 'finished', rank: 1, gapS: 0 });
  });

  // Seeds whose splits are slow to show may waver before they are found.
  if (seed === 1)
    it('finds each of them only once', () => {
      expect(built.changes.length).toBeGreaterThan(25);
      expect(built.turns.filter(({ count }) => count !== 1)).toEqual([]);
    });
});
