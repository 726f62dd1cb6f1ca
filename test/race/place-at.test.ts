import { expect, it } from 'vitest';
import { placeAt } from '../../src/race/place-at.ts';
import { place, START_MS } from '../support/race.ts';

const riding = place('1', { distanceM: 1000, speedKph: 36, atMs: START_MS });

it('goes on at the last speed between fixes', () => {
  expect(placeAt(riding, START_MS + 1500)).toBeCloseTo(1015);
});

it('stops when the news is too old to carry on', () => {
  expect(placeAt(riding, START_MS + 36_000)).toBe(1360);
  expect(placeAt(riding, START_MS + 900_000)).toBe(1360);
});

it('is never before the fix', () => {
  expect(placeAt(riding, START_MS - 5000)).toBe(1000);
});

it('leaves finishers and those out of the race where they are', () => {
  const finish = { value: 0, atMs: START_MS, origin: 'gps' as const };
  expect(placeAt({ ...riding, status: 'finished', finish }, START_MS + 9000)).toBe(1000);
  expect(placeAt({ ...riding, status: 'abandoned' }, START_MS + 9000)).toBe(1000);
  expect(placeAt(place('2', { distanceM: Number.NaN }), START_MS)).toBeNaN();
});
