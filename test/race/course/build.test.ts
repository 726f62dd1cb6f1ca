import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../../src/race/course/build.ts';
import { pointAt } from '../../../src/race/course/road.ts';
import { at, courseOf, fiveLaps } from '../../support/courses.ts';
import { course, eastDegrees, straightRoad } from '../../support/race.ts';

const straightLine = Array.from({ length: 111 }, (_, km) => at(km * 1000, 0));

describe('the scale', () => {
  it('is linear between anchors, not over the whole line', () => {
    // The line draws 10 km less than the road book counts, all of it between km 20 and km 40.
    const drawn = (km: number) => (km <= 20 ? km : km >= 40 ? km - 10 : 20 + (km - 20) / 2);
    const anchors = [0, 10, 20, 40, 80, 120].map((km) => ({ ...at(drawn(km) * 1000, 5), km }));
    const built = courseOf(straightLine, { lengthKm: 120, anchors });
    for (const km of [5, 15, 30, 60, 100]) {
      expect(pointAt(built, km * 1000).lon).toBeCloseTo(at(drawn(km) * 1000, 0).lon, 4);
    }
  });

  it('leaves out anchors beside the road and out of order', () => {
    const anchors = [
      { ...at(10_000, 500), km: 12 },
      { ...at(30_000, 0), km: 20 },
      { ...at(20_000, 0), km: 20 },
      { ...at(50_000, 0), km: 50 },
    ];
    const built = courseOf(straightLine, { lengthKm: 110, anchors });
    expect(pointAt(built, 20_000).lon).toBeCloseTo(at(20_000, 0).lon, 4);
    expect(pointAt(built, 10_000).lon).toBeCloseTo(at(10_000, 0).lon, 4);
  });

  it('knows an anchor on a road ridden twice by its kilometre', () => {
    const line = [...straightLine.slice(0, 21), ...straightLine.slice(0, 20).reverse()];
    const anchors = [5, 35].map((km) => ({ ...at(5000, 0), km }));
    const built = courseOf(line, { lengthKm: 40, anchors });
    expect(built.line.find((p) => Math.abs(p.distanceM - 20_000) < 30)?.lon).toBeCloseTo(at(20_000, 0).lon, 4);
  });

  it('counts the neutral part below zero', () => {
    const anchors = [
      { ...at(5000, 0), km: 0 },
      { ...at(25_000, 0), km: 20 },
    ];
    const built = courseOf(straightLine, { lengthKm: 105, anchors });
    expect(built.line[0]!.distanceM).toBeCloseTo(-5000, -1);
    expect(built.marks[0]).toMatchObject({ kind: 'neutral-start' });
    expect(built.marks[1]).toMatchObject({ kind: 'start', distanceM: 0 });
  });

  it('strictly increases, and ends at the finish', () => {
    for (const one of [course(), fiveLaps]) {
      expect(one.line.every((p, i) => i === 0 || p.distanceM > one.line[i - 1]!.distanceM)).toBe(true);
      expect(one.line.at(-1)!.distanceM).toBeCloseTo(one.lengthM, 0);
    }
  });
});

describe('a circuit', () => {
  it('is unrolled: the same place on every lap, one lap farther', () => {
    expect(fiveLaps.lengthM).toBeCloseTo(33_000, -1);
    const lap = fiveLaps.laps!;
    for (const intoM of [10, 1500, 5990]) {
      const first = pointAt(fiveLaps, lap.fromM + intoM);
      const fifth = pointAt(fiveLaps, lap.fromM + 4 * lap.lengthM + intoM);
      expect(fifth.lat).toBeCloseTo(first.lat, 5);
      expect(fifth.lon).toBeCloseTo(first.lon, 5);
    }
  });
});

describe('climbs', () => {
  const hill = (category: '2', summitKm: number) =>
    ({ name: 'Côte du Test', category, summitKm, lengthKm: 9, gradientPct: 6.1, altitudeM: 801 }) as const;

  it('are found in the elevation', () => {
    const [found, ...others] = course().climbs;
    expect(others).toEqual([]);
    expect(found).toMatchObject({ found: true, category: '2' });
    expect(found!.footM).toBeGreaterThan(99_000);
    expect(found!.footM).toBeLessThan(100_600);
    expect(found!.summitM).toBeGreaterThan(109_500);
  });

  it('are the organiser’s where he names one nearby, with his category', () => {
    const [climb, ...others] = course({ climbs: [hill('2', 109.5)] }).climbs;
    expect(others).toEqual([]);
    expect(climb).toMatchObject({
      found: false,
      name: 'Côte du Test',
      category: '2',
      altitudeM: 801,
      summitM: 109_500,
    });
  });

  it('have a line at the summit only where the organiser drew one', () => {
    expect(course().marks.filter((mark) => mark.kind === 'summit')).toEqual([]);
    const built = course({ climbs: [hill('2', 109.5)] });
    const summit = built.marks.find((mark) => mark.kind === 'summit');
    expect(summit).toMatchObject({ id: built.climbs[0]!.id, distanceM: 109_500 });
  });
});

describe('marks', () => {
  it('always hold start, last kilometre and finish, in road order', () => {
    const kinds = course({ protectionKm: 5 }).marks.map((mark) => [mark.kind, mark.distanceM]);
    expect(kinds).toEqual([
      ['start', 0],
      ['sprint', 50_000],
      ['protection-line', 105_000],
      ['flamme-rouge', 109_000],
      ['finish', 110_000],
    ]);
  });

  it('have ids of their own', () => {
    const marks = [40, 50, 60].map((km) => ({ kind: 'sprint' as const, name: `S${km}`, km }));
    const ids = course({ marks }).marks.map((mark) => mark.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('sprint-2');
  });
});

describe('elevation', () => {
  it('is level where nothing climbs, and keeps start and finish', () => {
    const { altitudesM, stepM } = course().profile;
    expect((altitudesM.length - 1) * stepM).toBeCloseTo(110_000, 3);
    expect(altitudesM[0]).toBe(200);
    expect(altitudesM[Math.round(50_000 / stepM)]).toBeCloseTo(200, 6);
    expect(altitudesM.at(-1)).toBeCloseTo(800, 6);
  });

  it('is empty where nobody knows it', () => {
    expect(courseOf(straightLine).profile.altitudesM).toEqual([]);
  });

  it('loses the jitter of a receiver', () => {
    const line = Array.from({ length: 401 }, (_, i) => ({ ...at(i * 25, 0), altitudeM: 100 + (i % 2) * 12 }));
    const { altitudesM } = courseOf(line).profile;
    const steepest = Math.max(...altitudesM.map((m, i) => Math.abs(m - (altitudesM[i - 1] ?? m))));
    expect(steepest).toBeLessThan(3);
  });
});

it('refuses a line that is no road', () => {
  expect(() => buildCourse({ ...straightRoad, line: [{ lat: 45, lon: 5 + eastDegrees(1), altitudeM: null }] })).toThrow(
    /at least two points/,
  );
});
