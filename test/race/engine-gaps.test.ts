import { describe, expect, it } from 'vitest';
import { course, sheet } from '../support/race.ts';
import { breakaway, groupOf, placeOf, raceDay, steady } from '../support/race-day.ts';

const bibs = [...sheet().riders.keys()];

describe('a gap', () => {
  it('is the time since the first rider was at the same point', () => {
    const race = raceDay(breakaway(bibs, 1200)).until(300);
    expect(placeOf(race, bibs[0]!).gapS).toBe(0);
    expect(placeOf(race, bibs[2]!).gapS).toBeCloseTo(1204 / 12, 0);
    expect(placeOf(race, bibs[2]!).gapOrigin).toBe('gps');
  });

  it('is measured at that point even when the pace has changed since', () => {
    // The break rode this road at 12 m/s and now climbs at 5; the others still come at 12.
    const rides = breakaway(bibs, 1200);
    for (const bib of bibs.slice(0, 2)) {
      const ride = rides.get(bib)!;
      rides.set(bib, (s) => ride(Math.min(s, 200))! + Math.max(0, s - 200) * 5);
    }
    const race = raceDay(rides).until(240);
    expect(placeOf(race, bibs[2]!).gapS).toBeCloseTo(100, 0);
  });

  it('is estimated, and says so, where nobody was seen to pass', () => {
    const race = raceDay(breakaway(bibs, 1200)).until(20);
    const { gapS, gapOrigin } = placeOf(race, bibs[2]!);
    expect(gapOrigin).toBe('estimated');
    expect(gapS).toBeGreaterThan(60);
    expect(gapS).toBeLessThan(160);
  });

  it('of a group is from the last of the head group to its first, at the same point', () => {
    const rides = breakaway(bibs, 1200);
    rides.set(bibs[1]!, steady(3200 - 60, 12));
    const race = raceDay(rides).until(300);
    const peloton = groupOf(race, bibs[5]!)!;
    expect(peloton.gap!.value).toBeCloseTo((1200 - 60 + 4) / 12, 0);
    expect(peloton.gap).toMatchObject({ origin: 'gps', atMs: race.atMs });
    expect(race.groups[0]!.gap).toBeNull();
  });

  it('does not jump when a rider joins the head group from behind', () => {
    const rides = breakaway(bibs, 1200);
    const joins = bibs[15]!;
    // He leaves the others and rides across at 16 m/s, then stays.
    rides.set(joins, (s) => Math.min(2000 + 12 * s + Math.max(0, s - 60) * 4, 3190 + 12 * s));
    const day = raceDay(rides);
    const gaps: number[] = [];
    for (let s = 380; s <= 440; s += 2) gaps.push(groupOf(day.until(s), bibs[5]!)!.gap!.value);
    expect(groupOf(day.until(440), joins)?.bibs).toEqual([bibs[0], bibs[1], joins]);
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(2);
  });

  it('stays right after the first finishers are gone from the feed', () => {
    const road = course({
      lengthKm: 8,
      line: course()
        .line.slice(0, 9)
        .map((p) => ({ ...p, altitudeM: null })),
      elevation: [],
      marks: [],
    });
    const rides = breakaway(bibs, 1200);
    const leaves = (8000 - 3200) / 12 + 5;
    for (const bib of bibs.slice(0, 2)) {
      const ride = rides.get(bib)!;
      rides.set(bib, (s) => (s > leaves ? null : ride(s)));
    }
    const day = raceDay(rides, { course: road });
    const before = placeOf(day.until(390), bibs[2]!).gapS!;
    const after = day.until(470);
    expect(before).toBeCloseTo(100, 0);
    expect(placeOf(after, bibs[2]!).gapS).toBeCloseTo(100, 0);
    expect(groupOf(after, bibs[2]!)!.gap!.value).toBeCloseTo(100, 0);
    expect(after.groups.map((group) => group.kind)).toEqual(['peloton']);
  });

  it('does not grow while the whole race stands', () => {
    const rides = breakaway(bibs, 1200);
    for (const [bib, ride] of rides) rides.set(bib, (s) => (s < 300 ? ride(s) : s < 600 ? ride(300) : ride(s - 300)));
    const day = raceDay(rides);
    for (const s of [290, 330, 500, 595, 700]) {
      const gapS = placeOf(day.until(s), bibs[2]!).gapS!;
      expect(gapS).toBeGreaterThan(92);
      expect(gapS).toBeLessThan(112);
    }
    expect(day.until(700).groups).toHaveLength(2);
  });

  it('of a field that stops and goes on makes no groups', () => {
    const stops = (bib: string, i: number) =>
      [bib, (s: number) => 2000 - i * 2 + 12 * Math.min(s, 100) + 12 * Math.max(0, s - 400)] as const;
    const day = raceDay(new Map(bibs.map(stops)));
    for (let s = 60; s < 600; s += 5) expect(day.until(s).groups).toHaveLength(1);
  });

  it('has a trend once it has changed for a while', () => {
    const rides = breakaway(bibs, 1200);
    for (const bib of bibs.slice(0, 2)) rides.set(bib, steady(3200, 11));
    const race = raceDay(rides).until(400);
    // One metre a second is lost at 11 m/s: 5.5 s a minute.
    expect(groupOf(race, bibs[5]!)!.trendSPerMin).toBeCloseTo(-5.5, 0);
  });
});

it('a catch: the head of the race is the peloton again', () => {
  const rides = breakaway(bibs, 600);
  for (const bib of bibs.slice(0, 2)) rides.set(bib, steady(2600, 11));
  const day = raceDay(rides);
  expect(day.until(300).groups.map((group) => group.kind)).toEqual(['head', 'peloton']);
  expect(day.until(700).groups.map((group) => group.kind)).toEqual(['peloton']);
});
