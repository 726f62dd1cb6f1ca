import { describe, expect, it } from 'vitest';
import { publishedCourse } from '../../../assets/races/hautes-vallees/day/course.ts';
import { STEP_M } from '../../../assets/races/hautes-vallees/day/line.ts';
import { cellAt, road } from '../../../assets/races/hautes-vallees/day/road.ts';
import { CLIMBS, HEIGHTS, NODES } from '../../../assets/races/hautes-vallees/road.ts';
import { buildCourse } from '../../../src/race/course/build.ts';
import { pointAt } from '../../../src/race/course/road.ts';

const M_PER_DEG = 111_195;
const LON = Math.cos((45.35 * Math.PI) / 180);

describe('the figures of the course', () => {
  it.each(CLIMBS.map((climb) => [climb.name, climb] as const))('%s: the kilometres add up', (_, climb) => {
    const whole = Math.floor(climb.lengthKm + 1e-9);
    const lengths = climb.gradientsPct.map((_, i) => (i < whole ? 1 : climb.lengthKm - whole));
    const riseM = climb.gradientsPct.reduce((sum, pct, i) => sum + pct * 10 * lengths[i]!, 0);
    expect(lengths.reduce((a, b) => a + b)).toBeCloseTo(climb.lengthKm, 6);
    expect(riseM / climb.lengthKm / 10).toBeCloseTo(climb.gradientPct, 1);
  });

  it('is a long day over four passes and more', () => {
    expect(road().lengthM).toBe(158_000);
    expect(CLIMBS.filter(({ category }) => category === 'HC')).toHaveLength(3);
  });

  it('has places and heights in road order', () => {
    expect(NODES.map((node) => node[3])).toEqual(NODES.map((node) => node[3]).toSorted((a, b) => a - b));
    expect(HEIGHTS.map(([km]) => km)).toEqual(HEIGHTS.map(([km]) => km).toSorted((a, b) => a - b));
  });

  it('passes each place at its kilometre', () => {
    const { lat, lon } = road();
    for (const [name, nodeLat, nodeLon, km] of NODES) {
      const cell = cellAt(road(), km * 1000);
      const offM = Math.hypot((lat[cell]! - nodeLat) * M_PER_DEG, (lon[cell]! - nodeLon) * M_PER_DEG * LON);
      expect(offM, name).toBeLessThan(20);
    }
  });
});

describe('the road', () => {
  it('is never steeper than a road', () => {
    for (const slope of road().slope) expect(Math.abs(slope)).toBeLessThan(0.13);
  });

  it('never comes within a tracker of itself', () => {
    const { lat, lon, cells } = road();
    const squareM = 80;
    const seen = new Map<string, number[]>();
    let nearestM = Number.POSITIVE_INFINITY;
    for (let i = 0; i < cells; i += 1) {
      const x = (lon[i]! * M_PER_DEG * LON) / squareM;
      const y = (lat[i]! * M_PER_DEG) / squareM;
      for (const [dx, dy] of [-1, 0, 1].flatMap((a) => [-1, 0, 1].map((b) => [a, b] as const))) {
        for (const j of seen.get(`${Math.floor(x) + dx},${Math.floor(y) + dy}`) ?? []) {
          if ((i - j) * STEP_M < 250) continue;
          const dM = Math.hypot((lat[i]! - lat[j]!) * M_PER_DEG, (lon[i]! - lon[j]!) * M_PER_DEG * LON);
          nearestM = Math.min(nearestM, dM);
        }
      }
      const key = `${Math.floor(x)},${Math.floor(y)}`;
      seen.set(key, [...(seen.get(key) ?? []), i]);
    }
    expect(nearestM).toBeGreaterThan(60);
  });
});

describe('what the organiser publishes', () => {
  const course = buildCourse(publishedCourse());

  it('is a line of some thousand points', () => {
    expect(course.line.length).toBeGreaterThan(1000);
    expect(course.line.length).toBeLessThan(4000);
  });

  it('is the road, to a few metres and on the same kilometres', () => {
    const { lat, lon, fromM, cells } = road();
    const errors: number[] = [];
    for (let cell = cellAt(road(), -6000); cell < cells - 60; cell += 13) {
      const p = pointAt(course, fromM + cell * STEP_M);
      errors.push(Math.hypot((p.lat - lat[cell]!) * M_PER_DEG, (p.lon - lon[cell]!) * M_PER_DEG * LON));
    }
    errors.sort((a, b) => a - b);
    expect(errors[errors.length >> 1]!).toBeLessThan(3);
    expect(errors.at(-1)!).toBeLessThan(15);
  });

  it('needs no climb of its own finding', () => {
    expect(course.climbs.map(({ name, category }) => `${category} ${name}`)).toEqual(
      CLIMBS.map(({ name, category }) => `${category} ${name}`),
    );
  });
});
