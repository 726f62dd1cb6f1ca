import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { courseFrom } from '../../../src/desk/course/course-from.ts';
import { doubted } from '../../../src/desk/course/doubt/doubted.ts';
import { gradientBlocks } from '../../../src/race/course/road.ts';
import type { CourseSource } from '../../../src/race/course/source.ts';
import { indexRoad, newFeet, project } from '../../../src/race/track/road-index.ts';
import { arc, at } from '../../support/courses.ts';
import { drawn, drawnAltitudeM, drawnRoad } from '../../support/drawn-road.ts';
import { straightRoad } from '../../support/race.ts';
import { chances } from '../../support/ride.ts';

// Many roads are built here, and a machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

type Line = CourseSource['line'];
const clean = drawnRoad();
const METRES_PER_DEGREE = 111_195;

function read(line: Line) {
  const made = courseFrom({ ...straightRoad, lengthKm: null, elevation: [], marks: [], line });
  if (!made.ok) throw new Error(made.error);
  const { course, doubts } = made.value;
  const steepest = Math.max(...gradientBlocks(course, 100).map(({ gradientPct }) => Math.abs(gradientPct)));
  return { course, doubts, steepest };
}

/** The road as it was drawn before somebody spoilt it. */
function expectRoad(line: Line): readonly string[] {
  const { course, doubts, steepest } = read(line);
  expect(Math.abs(course.lengthM - drawn.lengthM)).toBeLessThan(0.01 * drawn.lengthM);
  expect(course.climbs).toHaveLength(1);
  expect(course.climbs[0]!.summitM).toBeCloseTo(drawn.summitM, -3);
  expect(course.climbs[0]!.gradientPct).toBeCloseTo(6.7, 0);
  expect(steepest).toBeLessThan(drawn.gradientPct + 0.5);
  return doubts;
}

const changed = (change: (point: Line[number], i: number) => Line[number]): Line => clean.map(change);
const raised = (from: number, count: number, altitudeM: number | null): Line =>
  changed((point, i) => (i >= from && i < from + count ? { ...point, altitudeM } : point));
const anywhere = fc.integer({ min: 20, max: clean.length - 20 });

it('a clean road passes as it is', () => {
  const kept = doubted(clean);
  expect(kept).toEqual({ ok: true, value: { line: clean, doubts: [] } });
  expectRoad(clean);
});

describe('points that jump away and return are left out, and said', () => {
  it('wherever they are, one or some, however far', () => {
    const away = fc.record({
      at: anywhere,
      count: fc.integer({ min: 1, max: 12 }),
      km: fc.integer({ min: 3, max: 400 }),
    });
    fc.assert(
      fc.property(away, ({ at, count, km }) => {
        const off = (km * 1000) / METRES_PER_DEGREE;
        const line = changed((point, i) => (i >= at && i < at + count ? { ...point, lat: point.lat + off } : point));
        const [doubt] = expectRoad(line);
        expect(doubt).toMatch(/^(a point|\d+ points) \d+\.\d km off the road, after \d+\.\d km: left out$/);
      }),
      { numRuns: 40 },
    );
  });

  it('a point too near for a jump as well, on a road that is drawn evenly', () => {
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 200, max: 450 }), (at, m) => {
        const off = m / METRES_PER_DEGREE;
        const line = changed((point, i) => (i === at ? { ...point, lat: point.lat + off } : point));
        expect(expectRoad(line)).toEqual(['a point beside the road: left out']);
      }),
      { numRuns: 20 },
    );
    // Drawn with few points, a lone one far out is where the road turns back.
    const sparse = [...Array.from({ length: 20 }, (_, i) => at(i * 900, (i % 2) * 8)), at(18_900, 0)];
    const thereAndBack = [...sparse, ...sparse.toReversed().slice(1)];
    expect(doubted(thereAndBack)).toEqual({ ok: true, value: { line: thereAndBack, doubts: [] } });
  });

  it('at both ends as well', () => {
    expect(expectRoad([at(-80_000, 9), ...clean])).toHaveLength(1);
    expect(expectRoad([...clean, at(90_000, 9)])).toHaveLength(1);
  });

  it('a stretch that nobody drew is straight, and said; a road that does not come back is refused', () => {
    const { doubts } = read([...clean.slice(0, 250), ...clean.slice(300)]);
    expect(doubts).toEqual([expect.stringMatching(/^1\.\d km after \d+\.\d km are not drawn: taken as straight$/)]);
    const apart = changed((point, i) => (i < 250 ? point : { ...point, lat: point.lat + 1 }));
    expect(doubted(apart)).toMatchObject({
      ok: false,
      error: expect.stringMatching(/jumps 11\d\.\d km after .*alone$/),
    });
    // More than a fifth of what there is: of a short road as well, nobody knows how it goes.
    const ofFive = (missing: number) => doubted([...clean.slice(0, 60), ...clean.slice(60 + missing, 120 + missing)]);
    expect(ofFive(20)).toMatchObject({ ok: true });
    expect(ofFive(50)).toMatchObject({ ok: false });
  });
});

describe('what a receiver drew while standing is left out', () => {
  const noise = chances(5);
  const usual = () => (noise() - 0.5) * 16;
  /** 12 m off, more now and then. */
  const poor = () => (noise() + noise() + noise() - 1.5) * 24;

  it.each([
    ['a usual receiver', usual],
    ['a poor one', poor],
  ])('of %s, for a minute or for half an hour', (_, offM) => {
    const still = (around: Line[number], count: number) =>
      Array.from({ length: count }, () => ({
        ...around,
        lat: around.lat + offM() / METRES_PER_DEGREE,
        lon: around.lon + offM() / METRES_PER_DEGREE / Math.cos((around.lat * Math.PI) / 180),
      }));
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 60, max: 1800 }), (i, count) => {
        const doubts = expectRoad([...clean.slice(0, i), ...still(clean[i]!, count), ...clean.slice(i)]);
        expect(doubts).toEqual([
          expect.stringMatching(/^\d+ points drawn while standing still, at one place: left out$/),
        ]);
      }),
      { numRuns: 20 },
    );
  });

  it('but not a small circuit ridden many times, nor a hairpin', () => {
    const laps = Array.from({ length: 20 }, () =>
      arc([0, 0], 60, Math.PI, -Math.PI).filter((_, i) => i % 10 === 0),
    ).flat();
    expect(read(laps).course.lengthM).toBeGreaterThan(20 * 0.98 * 2 * Math.PI * 60);
    const hairpin = [
      ...Array.from({ length: 60 }, (_, i) => at(i * 3, 0)),
      ...arc([180, 8], 8, -Math.PI / 2, Math.PI / 2).slice(1),
      ...Array.from({ length: 60 }, (_, i) => at(180 - i * 3, 16)),
    ];
    expect(doubted(hairpin)).toMatchObject({ ok: true, value: { doubts: [] } });
  });
});

describe('altitudes that cannot be are not known', () => {
  it.each([-9999, 32767, 65535, -32768, Number.NaN])('%d is a word for nothing', (word) => {
    expect(expectRoad(raised(200, 3, word))).toHaveLength(1);
    expect(expectRoad(raised(0, 4, word))).toHaveLength(1);
  });

  it('0 m far from the sea, at the start or later; all of them where nothing else is given', () => {
    expect(expectRoad(raised(0, 5, 0))).toEqual(['5 altitudes of 0 m far from the sea: left out']);
    expect(expectRoad(raised(320, 40, 0))).toEqual(['40 altitudes of 0 m far from the sea: left out']);
    expect(read(changed((point) => ({ ...point, altitudeM: 0 }))).course.profile.altitudesM).toEqual([]);
  });

  it('but at the sea 0 m is the road', () => {
    const coast = changed((point, i) => ({ ...point, altitudeM: Math.max(0, drawnAltitudeM(i * drawn.stepM) - 500) }));
    expect(read(coast).doubts).toEqual([]);
  });

  it('spikes go, up or down, wherever they are', () => {
    const spike = fc.record({
      at: anywhere,
      count: fc.integer({ min: 1, max: 3 }),
      m: fc.integer({ min: 30, max: 900 }),
      up: fc.boolean(),
    });
    fc.assert(
      fc.property(spike, ({ at, count, m, up }) => {
        const line = changed((point, i) =>
          i >= at && i < at + count ? { ...point, altitudeM: point.altitudeM! + (up ? m : -m) } : point,
        );
        expect(expectRoad(line).join()).toMatch(/wall|no road has/);
      }),
      { numRuns: 40 },
    );
  });

  it('a hill that the road goes through is bridged', () => {
    // A mountain of 300 m over 1.2 km, with walls of 100 %, where the road is level.
    const over = (i: number) => Math.max(0, Math.min(300, (i - 380) * 40, (410 - i) * 40));
    const line = changed((point, i) => ({ ...point, altitudeM: point.altitudeM! + over(i) }));
    expect(expectRoad(line)).toEqual([
      expect.stringMatching(/^\d+ altitudes between two walls that no road climbs: left out$/),
    ]);
  });

  it('also where the road below it climbs or falls, and its walls are no steeper than 28 %', () => {
    const hill = fc.record({
      at: fc.integer({ min: 20, max: clean.length - 110 }),
      points: fc.integer({ min: 40, max: 80 }),
      m: fc.integer({ min: 120, max: 220 }),
    });
    fc.assert(
      fc.property(hill, ({ at, points, m }) => {
        const over = (i: number) => Math.max(0, Math.min(m, (i - at) * 11.2, (at + points - i) * 11.2));
        const { course, doubts, steepest } = read(
          changed((point, i) => ({ ...point, altitudeM: point.altitudeM! + over(i) })),
        );
        expect(doubts.join()).toMatch(/between two walls/);
        expect(steepest).toBeLessThan(drawn.gradientPct + 2);
        // Over the summit the bridge is straight, and the road is highest at one of its ends.
        const [fromM, toM] = [at * drawn.stepM, (at + points) * drawn.stepM];
        const isOverSummit = fromM < drawn.summitM && toM > drawn.summitM;
        const [leastM, mostM] = isOverSummit ? [fromM, toM] : [drawn.summitM, drawn.summitM];
        expect(course.climbs).toHaveLength(1);
        expect(course.climbs[0]!.summitM).toBeGreaterThan(leastM - 500);
        expect(course.climbs[0]!.summitM).toBeLessThan(mostM + 500);
      }),
      { numRuns: 60 },
    );
  });

  it('a step that is never taken back moves nothing: the longest stretch keeps its altitudes', () => {
    const step = fc.record({ at: anywhere, m: fc.integer({ min: 40, max: 380 }), up: fc.boolean() });
    fc.assert(
      fc.property(step, ({ at, m, up }) => {
        const byM = up ? m : -m;
        const line = changed((point, i) => (i < at ? point : { ...point, altitudeM: point.altitudeM! + byM }));
        const doubts = expectRoad(line);
        expect(doubts).toEqual([
          expect.stringMatching(/^altitudes (rise|fall) by \d+ m at once after [\d.]+ km, and stay/),
        ]);
        const { altitudesM } = read(line).course.profile;
        const isBehind = at < clean.length / 2;
        const kept = isBehind ? altitudesM.at(-1)! : altitudesM[0]!;
        expect(kept).toBeCloseTo(isBehind ? drawnAltitudeM(drawn.lengthM) + byM : drawnAltitudeM(0), 0);
      }),
      { numRuns: 60 },
    );
  });

  it('a receiver that was just switched on, or off, says nothing of the road', () => {
    const cold = (i: number) => (i < 4 ? 60 : 0) + (i > clean.length - 4 ? 90 : 0);
    const line = changed((point, i) => ({ ...point, altitudeM: point.altitudeM! - cold(i) }));
    const [doubt] = expectRoad(line);
    expect(doubt).toMatch(/^\d+ altitudes at an end, behind a wall that no road climbs: left out$/);
  });

  it('no altitude is above the highest pass or below the Dead Sea, however gently the road leads there', () => {
    const lifted = (byM: number) => read(changed((point) => ({ ...point, altitudeM: point.altitudeM! + byM })));
    expect(lifted(5000).doubts).toEqual([]);
    expect(lifted(6000).course.profile.altitudesM).toEqual([]);
    expect(lifted(-1500).course.profile.altitudesM).toEqual([]);
    expect(lifted(-700).doubts).toEqual([]);
  });

  it('a ramp of 24 % stays', () => {
    const ramp = (i: number) => Math.min(Math.max(0, i - 300), 8) * drawn.stepM * 0.24;
    expect(read(changed((point, i) => ({ ...point, altitudeM: 300 + ramp(i) }))).doubts).toEqual([]);
  });

  it('no climb steeper than 25 % is found', () => {
    const cliff = changed((point, i) => ({
      ...point,
      altitudeM: i < 250 ? 400 : Math.min(1400, 400 + (i - 250) * 11.5),
    }));
    for (const { gradientPct } of read(cliff).course.climbs) expect(gradientPct).toBeLessThanOrEqual(25);
  });
});

it('a road over 180 degrees is as long as elsewhere, and riders are found on it', () => {
  const wrap = (lon: number) => (lon > 180 ? lon - 360 : lon);
  const over = changed((point) => ({ ...point, lon: wrap(point.lon + 174.95) }));
  expect(new Set(over.map(({ lon }) => Math.sign(lon)))).toEqual(new Set([1, -1]));
  expectRoad(over);
  const road = indexRoad(read(over).course);
  const feet = newFeet();
  for (const i of [10, 250, 490]) {
    project(road, over[i]!.lat, over[i]!.lon, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, feet);
    expect(feet.count).toBe(1);
    expect(feet.distanceM[0]).toBeCloseTo(i * drawn.stepM, -1);
  }
});

it('a hundred thousand points are read without a square of work', () => {
  const many = Array.from({ length: 100_000 }, (_, i) => ({
    ...at(i * 2, 30 * Math.sin(i / 90)),
    altitudeM: 300 + 80 * Math.sin(i / 3000),
  }));
  expect(read(many).course.lengthM).toBeGreaterThan(200_000);
});
