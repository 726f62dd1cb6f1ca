import { describe, expect, it } from 'vitest';
import {
  addFix,
  insertFix,
  isShown,
  newRunner,
  type Runner,
  recentMps,
  trackerOf,
} from '../../../src/race/riders/runner.ts';

const seenAt = (...fixes: readonly (readonly [distanceM: number, second: number])[]): Runner => {
  const runner = newRunner('1', 0);
  for (const [distanceM, second] of fixes) addFix(runner, { distanceM, atMs: second * 1000 });
  return runner;
};

describe('a tracker', () => {
  const state = (ageS: number, feedAgeS = 0) =>
    trackerOf(seenAt([0, 1000]), (1000 + ageS) * 1000, (1000 + ageS - feedAgeS) * 1000);

  it('is late after 15 s, silent after a minute, off after ten', () => {
    expect([0, 15, 15.001, 60, 60.001, 600, 600.001].map((ageS) => state(ageS))).toEqual([
      'live',
      'live',
      'late',
      'late',
      'silent',
      'silent',
      'off',
    ]);
    expect(trackerOf(newRunner('1', 0), 0, 0)).toBe('off');
  });

  it('is not late for a pause of the whole feed, up to 36 s', () => {
    expect([state(51, 51), state(51.1, 51.1), state(36, 20), state(36, 21)]).toEqual(['live', 'late', 'late', 'live']);
    // A feed that is ahead of the moment asked for makes nobody later.
    expect(state(15, -30)).toBe('live');
  });

  it('that cannot be believed twice, over eight seconds, is off', () => {
    const astray = (count: number, forS: number) => {
      const runner = seenAt([0, 1000]);
      runner.track = {
        ...runner.track,
        astray: { count, sinceMs: 1_000_000 },
        heard: { ...runner.track.heard, atMs: 1_000_000 + forS * 1000 },
      };
      return trackerOf(runner, 1_010_000, 1_010_000);
    };
    expect([astray(2, 8), astray(1, 8), astray(2, 7.9)]).toEqual(['off', 'live', 'live']);
  });

  it('of a rider who races and is live or late is drawn', () => {
    const drawn = (ageS: number, over: Partial<Runner> = {}) =>
      isShown({ ...seenAt([0, 1000]), ...over }, (1000 + ageS) * 1000, (1000 + ageS) * 1000);
    expect([drawn(0), drawn(60), drawn(61)]).toEqual([true, true, false]);
    expect(drawn(0, { status: 'abandoned' })).toBe(false);
    expect(drawn(0, { finish: { value: 0, atMs: 0, origin: 'gps' } })).toBe(false);
  });
});

describe('the last fixes', () => {
  it('are eight', () => {
    const runner = seenAt(...Array.from({ length: 12 }, (_, i) => [i * 10, i] as const));
    expect(runner.fixes.map(({ atMs }) => atMs / 1000)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
    const few = seenAt([0, 0], [20, 2], [30, 3], [40, 4], [50, 5], [60, 6], [70, 7]);
    insertFix(few, 1, { distanceM: 10, atMs: 1000 });
    expect(few.fixes.map(({ atMs }) => atMs / 1000)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    insertFix(runner, 3, { distanceM: 65, atMs: 6500 });
    expect(runner.fixes.map(({ atMs }) => atMs / 1000)).toEqual([5, 6, 6.5, 7, 8, 9, 10, 11]);
  });

  it('tell the speed of the last five seconds at least', () => {
    expect(recentMps(seenAt())).toBeNaN();
    expect(recentMps(seenAt([0, 0]))).toBeNaN();
    expect(recentMps(seenAt([0, 0], [30, 2]))).toBe(15);
    expect(recentMps(seenAt([0, 0], [100, 10], [110, 15]))).toBe(2);
    expect(recentMps(seenAt([0, 0], [100, 10], [110, 14.9]))).toBeCloseTo(110 / 14.9, 6);
    expect(recentMps(seenAt([0, 0], [60, 6], [60, 7], [60, 8], [60, 9], [60, 10], [60, 11]))).toBe(0);
  });
});
