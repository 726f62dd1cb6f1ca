import { describe, expect, it } from 'vitest';
import { addFix, newRunner, type Runner } from '../../../src/race/riders/runner.ts';
import { newStandstills, type Standstills } from '../../../src/race/riders/standstills.ts';

/** Riders at their speeds, looked at every second from 100 on; each has been seen every second. */
function watch(speeds: readonly number[], seconds = 20, over: Partial<Runner> = {}): Standstills {
  const stops = newStandstills();
  const runners = speeds.map((_, i) => ({ ...newRunner(String(i), i), ...over }));
  for (let s = 90; s <= 100 + seconds; s += 1) {
    runners.forEach((runner, i) => {
      addFix(runner, { distanceM: speeds[i]! * s, atMs: s * 1000 });
    });
    if (s >= 100) stops.note(listed(runners), s * 1000);
  }
  return stops;
}

const listed = (runners: readonly Runner[]) => new Map(runners.map((runner) => [runner.bib, runner]));
const stoodS = (stops: Standstills, fromS = 0, toS = 1000) => stops.stoodMs(fromS * 1000, toS * 1000) / 1000;
const field = (standing: number, riding: number) => [
  ...Array.from({ length: standing }, () => 0),
  ...Array.from({ length: riding }, () => 11),
];

describe('the race stands', () => {
  it('when four fifths of it do', () => {
    // It takes four seconds to see that somebody has stopped.
    expect(stoodS(watch(field(8, 2)))).toBe(24);
    expect(stoodS(watch(field(10, 0)))).toBe(24);
    expect(stoodS(watch(field(7, 3)))).toBe(0);
    expect(stoodS(watch(field(79, 21)))).toBe(0);
  });

  it('when it is five riders at least', () => {
    expect(stoodS(watch(field(5, 0)))).toBe(24);
    expect(stoodS(watch(field(4, 0)))).toBe(0);
  });

  it('not when it walks up a hill at two metres a second', () => {
    expect(stoodS(watch(Array.from({ length: 20 }, () => 2)))).toBe(0);
    expect(stoodS(watch(Array.from({ length: 20 }, () => 1.05)))).toBe(0);
    expect(stoodS(watch(Array.from({ length: 20 }, () => 0.95)))).toBe(24);
  });

  it('not for those who are not drawn', () => {
    expect(stoodS(watch(field(10, 0), 20, { status: 'abandoned' }))).toBe(0);
  });

  it('by the filtered speed of riders who were seen once', () => {
    const once = (speedMps: number) => {
      const stops = newStandstills();
      const runners = Array.from({ length: 6 }, (_, i) => ({ ...newRunner(String(i), i), speedMps }));
      for (const runner of runners) addFix(runner, { distanceM: 0, atMs: 100_000 });
      stops.note(listed(runners), 100_000);
      return stoodS(stops);
    };
    expect([once(0.5), once(5)]).toEqual([4, 0]);
  });
});

describe('the time stood', () => {
  it('is that between two moments', () => {
    const stops = watch(field(10, 0));
    expect([stoodS(stops, 0, 96), stoodS(stops, 0, 106), stoodS(stops, 110, 115), stoodS(stops, 118)]).toEqual([
      0, 10, 5, 2,
    ]);
  });

  it('moves with the clock', () => {
    const stops = watch(field(10, 0));
    stops.moveClock(1_000_000);
    expect([stoodS(stops, 0, 1000), stoodS(stops, 1000, 2000)]).toEqual([0, 24]);
    // Back again, and it goes on noting.
    stops.moveClock(-1_100_000);
    const runners = Array.from({ length: 6 }, (_, i) => ({ ...newRunner(String(i), i), speedMps: 0 }));
    for (const runner of runners) addFix(runner, { distanceM: 0, atMs: 30_000 });
    stops.note(listed(runners), 30_000);
    expect(stoodS(stops, 0, 1000)).toBe(30);
  });

  it('adds up over stops, and none is counted twice', () => {
    const stops = newStandstills();
    const runners = Array.from({ length: 6 }, (_, i) => newRunner(String(i), i));
    let placeM = 0;
    for (let s = 0; s <= 100; s += 1) {
      // Stands from 20 to 40, rolls for eight seconds, stands to 60.
      if (s <= 20 || (s > 40 && s <= 48) || s > 60) placeM += 11;
      for (const runner of runners) addFix(runner, { distanceM: placeM, atMs: s * 1000 });
      stops.note(listed(runners), s * 1000);
      // Asked again at once, it is no other.
      stops.note(listed(runners), s * 1000 + 499);
    }
    expect(stoodS(stops)).toBeGreaterThan(29);
    expect(stoodS(stops)).toBeLessThan(33);
    expect(stoodS(stops, 42, 46)).toBe(0);
  });

  it('is looked at twice a second, and begins where the last stop ended at the earliest', () => {
    const runners = Array.from({ length: 6 }, (_, i) => newRunner(String(i), i));
    for (const runner of runners) addFix(runner, { distanceM: 0, atMs: 100_000 });
    const stops = newStandstills();
    const stoodAt = (second: number, speedMps: number) => {
      for (const runner of runners) runner.speedMps = speedMps;
      stops.note(listed(runners), second * 1000);
      return stoodS(stops);
    };
    expect([stoodAt(100, 0), stoodAt(100.499, 0), stoodAt(100.5, 0)]).toEqual([4, 4, 4.5]);
    // Rolls for a second: of the four before the next look half were counted already.
    expect([stoodAt(101.5, 5), stoodAt(102.5, 0)]).toEqual([4.5, 6.5]);
  });
});
