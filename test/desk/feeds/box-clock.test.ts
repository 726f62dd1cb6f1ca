import { expect, it } from 'vitest';
import { createBoxClock, localTime } from '../../../src/desk/feeds/box-clock.ts';

const noonMs = Date.parse('2026-07-04T12:00:00Z');

it('reads times of day as boxes write them, of the day that is nearest where none is written', () => {
  const iso = (ms: number | null) => ms && new Date(ms).toISOString();
  expect(iso(localTime('2026-07-04', '13:27:52.1234', 0))).toBe('2026-07-04T13:27:52.123Z');
  expect(iso(localTime('260704', '01:02:03', 0))).toBe('2026-07-04T01:02:03.000Z');
  expect(iso(localTime(null, '23:59:58.5', Date.parse('2026-07-05T00:00:10Z')))).toBe('2026-07-04T23:59:58.500Z');
  expect(iso(localTime(null, '00:00:02', Date.parse('2026-07-04T23:59:50Z')))).toBe('2026-07-05T00:00:02.000Z');
  for (const [date, time] of [
    ['2026-13-40', '10:00:00'],
    ['', '10:00:00'],
    [null, '24:00:00'],
    [null, '10:61:00'],
    [null, 'noon'],
  ] as const)
    expect(localTime(date, time, noonMs), `${date} ${time}`).toBeNull();
});

it('believes a clock that is right to two seconds, and reads another by how far it is off, which it says once', () => {
  const clock = createBoxClock(() => 120);
  const local = noonMs + 7_200_000;
  expect(clock.says(local + 1500, noonMs)).toBeNull();
  expect(clock.momentOf(local)).toBe(noonMs);
  expect(clock.says(local - 7_200_000, noonMs)).toMatch(/^the clock of the timing box is 2 h behind that/);
  expect(clock.says(local - 7_200_000 + 900, noonMs)).toBeNull();
  expect(clock.momentOf(noonMs)).toBe(noonMs);
  expect(clock.says(local, noonMs)).toMatch(/right now/);
  expect(clock.momentOf(local)).toBe(noonMs);
});
