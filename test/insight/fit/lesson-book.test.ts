import { describe, expect, it } from 'vitest';
import { newLessonBook } from '../../../src/insight/fit/lesson-book.ts';
import type { Bib } from '../../../src/race/units.ts';
import { course, riders } from '../../support/race.ts';
import { type Ride, raceDay } from '../../support/race-day.ts';

const field = [...riders(16).keys()];
/** 100 km on the flat, then 10 km at 6 %. */
const road = course();

/** What a day teaches that is looked at each second. */
function taught(rides: ReadonlyMap<Bib, Ride>, seconds: number, stepS = 1) {
  const day = raceDay(rides, { course: road });
  const book = newLessonBook();
  for (let s = 0; s <= seconds; s += stepS) book.see(day.until(s, stepS));
  return book.lesson()!;
}

const together = (fromM: number, mps: number) =>
  new Map(field.map((bib, i): [Bib, Ride] => [bib, (s) => fromM + mps * s - i * 2]));

describe('what a race teaches', () => {
  it('is how fast its head rode which gradient', () => {
    const { ridden } = taught(together(2000, 12), 600);
    const km = ridden.reduce((sum, { m }) => sum + m, 0) / 1000;
    expect(km).toBeGreaterThan(6.4);
    expect(km).toBeLessThan(7.2);
    for (const { by, gradientPct, isFinale, m, s } of ridden) {
      expect({ by, isFinale }).toEqual({ by: 'head', isFinale: false });
      expect(gradientPct).toBeCloseTo(0, 1);
      expect(m / s).toBeCloseTo(12, 1);
    }
  });

  it('is of a climb its gradient', () => {
    const { ridden } = taught(together(102_000, 6), 400);
    expect(ridden.length).toBeGreaterThan(5);
    for (const { gradientPct } of ridden) expect(gradientPct).toBeCloseTo(6, 0);
  });

  it('is nothing of a hole in the news', () => {
    const day = new Map(
      [...together(2000, 12)].map(([bib, ride]): [Bib, Ride] => [bib, (s) => (s > 100 && s < 400 ? null : ride(s))]),
    );
    const { ridden } = taught(day, 600);
    for (const { m, s } of ridden) expect(m / s).toBeCloseTo(12, 0);
    expect(ridden.length).toBeLessThan(25);
  });

  it('is what the peloton won on the head in the last 40 km, a second of ten each kilometre', () => {
    // 2 ahead by 1,200 m, on which the others win 0.5 m a second.
    const day = new Map(
      field.map((bib, i): [Bib, Ride] => [bib, (s) => (i < 2 ? 71_200 + 12 * s : 70_000 + 12.5 * s) - i * 2]),
    );
    const { ridden, closed } = taught(day, 900, 5);
    expect(closed).toHaveLength(1);
    const [{ km, s }] = closed as [{ km: number; s: number }];
    expect(km).toBeGreaterThan(9);
    // 0.5 m a second at 12 m/s, over 80 s a kilometre.
    expect(s / km).toBeGreaterThan(2.8);
    expect(s / km).toBeLessThan(3.8);
    expect(new Set(ridden.map(({ by }) => by))).toEqual(new Set(['head', 'peloton']));
  });

  it('is nothing where no race was seen', () => {
    expect(newLessonBook().lesson()).toBeNull();
  });
});
