import { describe, expect, it } from 'vitest';
import { sheet } from '../support/race.ts';
import { breakaway, groupOf, placeOf, raceDay } from '../support/race-day.ts';
import { fixAt, frame } from '../support/ride.ts';

const bibs = [...sheet().riders.keys()];
const started = (startMs: number | null) => ({ info: { ...sheet().info, startMs } });

describe('a race whose start nobody knows', () => {
  it.each([null, 0])('is on as soon as it is under way, with the same gaps (start %s)', (startMs) => {
    const known = raceDay(breakaway(bibs, 1200)).until(300);
    const race = raceDay(breakaway(bibs, 1200), started(startMs)).until(300);
    expect(race.phase).toBe('racing');
    expect(race.groups.map((group) => group.bibs)).toEqual(known.groups.map((group) => group.bibs));
    const gap = groupOf(race, bibs[5]!)!.gap!;
    expect(gap.value).toBeCloseTo(groupOf(known, bibs[5]!)!.gap!.value, 1);
    expect(gap.origin).toBe('gps');
  });
});

describe('a fix with a broken time', () => {
  it.each([1.78e18, -1e20, 1_783_512, Number.NaN])('of %d is refused alone, and the race can still be told', (atMs) => {
    const day = raceDay(new Map());
    const course = day.sheet.course;
    for (let s = 0; s <= 60; s += 1) {
      const samples = bibs.map((bib, i) => ({
        ...fixAt(course, bib, 3000 - i * 5 + 12 * s),
        ...(i === 0 && { atMs }),
      }));
      day.engine.apply(frame(day.atMs(s), samples));
    }
    const race = day.engine.race(day.atMs(60))!;
    expect(placeOf(race, bibs[0]!).rank).toBeNull();
    expect(race.places.filter((place) => place.rank !== null)).toHaveLength(bibs.length - 1);
    expect(race.health.quarantine.some(({ bib, count }) => bib === bibs[0] && count > 30)).toBe(true);
  });
});
