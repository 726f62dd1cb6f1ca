import { expect, it } from 'vitest';
import { timeOfDay } from '../../src/race/time-of-day.ts';

const NOON = Date.UTC(2026, 6, 4, 12);

it('reads as the church tower does', () => {
  expect(timeOfDay(NOON)).toBe('12:00:00');
  expect(timeOfDay(NOON + 207_999, 120)).toBe('14:03:27');
  expect(timeOfDay(NOON, -570)).toBe('02:30:00');
  expect(timeOfDay(-1)).toBe('23:59:59');
});

it('never throws, whatever a feed calls a time', () => {
  for (const atMs of [1.78e18, -1e20, 8.64e15 + 1, Number.MAX_VALUE])
    expect(timeOfDay(atMs, 120), `${atMs}`).toMatch(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/);
  for (const none of [Number.NaN, Number.POSITIVE_INFINITY]) expect(timeOfDay(none)).toBe('--:--:--');
});
