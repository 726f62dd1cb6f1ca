import { describe, expect, it } from 'vitest';
import { createDrawnRoad } from '../../../../src/desk/course/drawing/drawn-road.ts';
import { noRoad } from '../../../../src/desk/course/no-road.ts';
import type { Course } from '../../../../src/race/course/course.ts';
import { metresBetween } from '../../../../src/race/course/projection.ts';
import { pointAt } from '../../../../src/race/course/road.ts';
import { createEngine } from '../../../../src/race/engine.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import type { Race } from '../../../../src/race/race.ts';
import { arc, at, courseOf, outAndBack } from '../../../support/courses.ts';
import { riders, START_MS, sheet } from '../../../support/race.ts';
import { chances, noisyTracker } from '../../../support/ride.ts';

/** Round the block: 1.83 km with four corners, ridden ten times. */
const block: Course = courseOf(
  [
    ...[0, 100, 200, 300, 400, 500].map((x) => at(x, 0)),
    ...arc([500, 30], 30, -Math.PI / 2, 0),
    ...[100, 200, 300].map((y) => at(530, y)),
    ...arc([500, 350], 30, 0, Math.PI / 2),
    ...[400, 300, 200, 100, 0].map((x) => at(x, 380)),
    ...arc([0, 350], 30, Math.PI / 2, Math.PI),
    ...[300, 200, 100].map((y) => at(-30, y)),
    ...arc([0, 30], 30, Math.PI, 1.5 * Math.PI),
  ],
  { laps: { fromKm: 0, toKm: 1.828, count: 10 } },
);

const COUNT = 16;
const bibs = [...riders(COUNT).keys()];
const STAND_S = 60;
const MPS = 10.5;

/** Where each rider is: they wait for a minute, ride off together, and after two minutes three of them gain half a second each five. */
const truth = (bib: string, s: number): number => {
  const i = bibs.indexOf(bib);
  const rideS = Math.max(0, s - STAND_S);
  const away = i < 3 ? Math.min(300, Math.max(0, rideS - 120)) : 0;
  return 60 - i * 3 + rideS * MPS + away;
};

/** Phones that speak every five seconds, each at a moment of its own, one of them only from the third minute on. */
function* day(road: Course, seconds: number, seed = 1): Generator<RaceEvent> {
  yield {
    kind: 'sheet',
    sheet: sheet({ course: noRoad, riders: riders(COUNT), info: { ...sheet().info, startMs: null } }),
  };
  const trackers = new Map(bibs.map((bib, i) => [bib, noisyTracker(seed * 100 + i)]));
  const chance = chances(seed);
  const offsets = new Map(bibs.map((bib) => [bib, Math.floor(chance() * 5)]));
  for (let s = 0; s < seconds; s += 1) {
    const samples = bibs
      .filter((bib) => s % 5 === offsets.get(bib) && (bib !== '18' || s > 180))
      .map((bib) => ({ bib, ...trackers.get(bib)!(road, truth(bib, s)), speedKph: null }));
    if (samples.length > 0) yield { kind: 'positions', atMs: START_MS + s * 1000, samples };
  }
}

function raced(events: Iterable<RaceEvent>, laps: number | null = null) {
  const said: string[] = [];
  const engine = createEngine();
  const road = createDrawnRoad({ laps, say: (sentence) => said.push(sentence) });
  let shownMs: number | null = null;
  let sheets = 0;
  let race: Race | null = null;
  for (const event of events) {
    const told = road.pass(event);
    sheets += told.filter(({ kind }) => kind === 'sheet').length;
    for (const one of told) engine.apply(one);
    if (event.kind !== 'positions') continue;
    engine.advance(event.atMs);
    race = engine.race(event.atMs);
    if (race?.sheet.course !== noRoad) shownMs ??= event.atMs;
  }
  return { race: race!, said, shownMs, sheets };
}

const farthestM = (drawn: Course, real: Course, toM: number): number => {
  let worst = 0;
  for (let m = 0; m < toM; m += 20) {
    const p = pointAt(drawn, m);
    let best = Number.POSITIVE_INFINITY;
    for (let r = 0; r < Math.min(real.lengthM, toM + 500); r += 5)
      best = Math.min(best, metresBetween(p, pointAt(real, r)));
    worst = Math.max(worst, best);
  }
  return worst;
};

describe('a road that nobody brought', () => {
  it.each([1, 2, 3])('is a lap once it has closed on itself, near to the real one (%i)', (seed) => {
    const { race, said, shownMs } = raced(day(block, 420, seed));
    const { course } = race.sheet;
    expect(said).toEqual([expect.stringMatching(/^The road is a lap of 1\.8\d km, drawn by/)]);
    expect(course.laps!.lengthM).toBeGreaterThan(1800);
    expect(course.laps!.lengthM).toBeLessThan(1885);
    expect(course.drawn).toEqual({ knownM: course.lengthM, isEndKnown: false });
    expect(farthestM(course, block, 1800)).toBeLessThan(25);
    // The first lap takes three minutes; then a little of the second.
    expect(shownMs! - START_MS).toBeLessThan((STAND_S + 1828 / MPS + 40) * 1000);
  });

  it.each([1, 2, 3])('gives true groups and gaps from then on (%i)', (seed) => {
    const { race } = raced(day(block, 600, seed));
    const [head, peloton] = race.groups;
    // A tracker that was far out a moment ago may not be believed again yet.
    expect(race.groups).toHaveLength(2);
    expect(peloton!.bibs.length).toBeGreaterThanOrEqual(12);
    expect([...head!.bibs].sort()).toEqual(['1', '2', '3']);
    const gapS = peloton!.gap!.value;
    expect(Math.abs(gapS - 300 / MPS)).toBeLessThan(4);
    // All on the lap on which they are.
    const lapM = race.sheet.course.laps!.lengthM;
    for (const { bib, distanceM } of race.places.filter(({ tracker }) => tracker === 'live'))
      expect(Math.abs(distanceM / lapM - (truth(bib, 599) + 45) / 1828), bib).toBeLessThan(0.12);
  });

  it.each([1, 2, 3, 4])('has all who waited at the start on one lap, however short that is (%i)', (seed) => {
    const circle = courseOf(arc([0, 95], 95, -Math.PI / 2, 1.5 * Math.PI), {
      laps: { fromKm: 0, toKm: 0.5969, count: 60 },
    });
    const { race } = raced(day(circle, 330, seed));
    const lapM = race.sheet.course.laps!.lengthM;
    const there = race.places
      .filter(({ distanceM }) => !Number.isNaN(distanceM))
      .map(({ distanceM }) => distanceM / lapM);
    expect(there.length).toBeGreaterThanOrEqual(14);
    expect(Math.max(...there) - Math.min(...there)).toBeLessThan(0.5);
  });

  it('has as many laps as somebody says', () => {
    const { race } = raced(day(block, 420), 12);
    expect(race.sheet.course).toMatchObject({ laps: { count: 12 }, drawn: { isEndKnown: true } });
  });

  it('grows with the first rider where it does not close, and never on its way back', () => {
    const { race, said, sheets, shownMs } = raced(day(outAndBack, 1100));
    const { course } = race.sheet;
    expect(said).toEqual([expect.stringMatching(/^The road is drawn by the track of the first rider/)]);
    expect(course.laps).toBeNull();
    const headM = truth('1', 1099);
    expect(Math.abs(course.drawn!.knownM - headM)).toBeLessThan(0.03 * headM);
    expect(farthestM(course, outAndBack, 8000)).toBeLessThan(60);
    expect(race.groups.map(({ bibs: there }) => there.length)).toEqual([3, 13]);
    expect(Math.abs(race.groups[1]!.gap!.value - 300 / MPS)).toBeLessThan(4);
    expect(shownMs! - START_MS).toBeGreaterThan(400_000);
    expect(sheets).toBeLessThan(200);
  });

  it('is left alone where somebody has brought one', () => {
    const road = createDrawnRoad({ laps: null, say: () => expect.unreachable() });
    const brought: RaceEvent = { kind: 'sheet', sheet: sheet() };
    expect(road.pass(brought)).toEqual([brought]);
    for (const event of day(block, 300)) if (event.kind === 'positions') expect(road.pass(event)).toEqual([event]);
  });

  it('does not begin while riders stand or roll up one by one', () => {
    function* waiting(): Generator<RaceEvent> {
      let s = 0;
      for (const event of day(block, STAND_S - 5)) {
        s += 1;
        if (event.kind !== 'positions') yield event;
        // One of them warms up.
        else
          yield {
            ...event,
            samples: event.samples.map((one) => (one.bib === '4' ? { ...one, ...pointAt(block, s * 9) } : one)),
          };
      }
    }
    const road = createDrawnRoad({ laps: null, say: () => expect.unreachable() });
    const told = [...waiting()].flatMap((event) => road.pass(event));
    expect(told.map(({ kind }) => kind)).toEqual(['sheet']);
  });
});
