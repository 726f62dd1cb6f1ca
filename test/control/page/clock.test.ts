import { expect, it } from 'vitest';
import { ageText, clockText, raceNow } from '../../../src/control/page/clock.ts';
import { fakeLink } from '../fake-link.ts';

const NOON = Date.UTC(2026, 6, 4, 12);

it('runs with the clock of the desk, at its rate', () => {
  const replica = fakeLink({ clock: { atMs: NOON, rate: 8 }, clockReceivedMs: 1000 }).replica();
  expect(raceNow(replica, 1500)).toBe(NOON + 4000);
  expect(raceNow({ ...replica, clock: { atMs: NOON, rate: 0 } }, 9000)).toBe(NOON);
});

it('is not known before the desk has spoken', () => {
  const silent = fakeLink({ clock: { atMs: 0, rate: 0 }, connection: 'connecting' }).replica();
  expect(raceNow(silent, 1500)).toBeNull();
  expect(clockText(null, 120)).toBe('--:--:--');
});

it('reads as the church tower does', () => {
  expect(clockText(NOON, 120)).toBe('14:00:00');
  expect(clockText(NOON, -570)).toBe('02:30:00');
});

it('says an age in the unit that matters, never too old', () => {
  expect([-1, 0.9, 99.9, 100, 5999, 6000, 90_000].map(ageText)).toEqual([
    '0 s',
    '0 s',
    '99 s',
    '1 min',
    '99 min',
    '1 h',
    '25 h',
  ]);
});
