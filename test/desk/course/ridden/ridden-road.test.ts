import { describe, expect, it } from 'vitest';
import { noRoad } from '../../../../src/desk/course/no-road.ts';
import { createRiddenRoad } from '../../../../src/desk/course/ridden/ridden-road.ts';
import type { Course } from '../../../../src/race/course/course.ts';
import { metresBetween } from '../../../../src/race/course/projection.ts';
import { pointAt } from '../../../../src/race/course/road.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import { arc, at, courseOf, outAndBack } from '../../../support/courses.ts';
import { START_MS, sheet } from '../../../support/race.ts';
import { bibs, COUNT, day, MPS, raced, STAND_S, truth } from '../../../support/ridden-road.ts';

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

const farthestM = (ridden: Course, real: Course, toM: number): number => {
  let worst = 0;
  for (let m = 0; m < toM; m += 20) {
    const p = pointAt(ridden, m);
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
    expect(said).toEqual([expect.stringMatching(/^The road is a lap of 1\.8\d km, made of/)]);
    expect(course.laps!.lengthM).toBeGreaterThan(1800);
    expect(course.laps!.lengthM).toBeLessThan(1885);
    expect(course.ridden).toEqual({ knownM: course.lengthM, isEndKnown: false });
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
    expect(race.sheet.course).toMatchObject({ laps: { count: 12 }, ridden: { isEndKnown: true } });
  });

  it('begins its laps at the line of the timekeepers, where they tell of one', () => {
    const LINE_M = 100;
    function* timed(): Generator<RaceEvent> {
      for (const event of day(block, 500)) {
        yield event;
        if (event.kind !== 'positions') continue;
        const s = (event.atMs - START_MS) / 1000;
        for (const bib of bibs) {
          const [before, now] = [s - 1, s].map((at) => Math.floor((truth(bib, at) - LINE_M) / 1828));
          if (now! <= before! || now! < 0) continue;
          const passing = { bib, mark: 'finish', atMs: event.atMs, ...(now! > 0 && { lap: now! }) };
          if (now! > 0) yield { kind: 'passings', origin: 'timed', passings: [passing] };
        }
      }
    }
    const { race } = raced(timed());
    expect(metresBetween(pointAt(race.sheet.course, 0), pointAt(block, LINE_M))).toBeLessThan(25);
    // The three of the break have crossed it twice, and so have the others: each knows by whom.
    const crossed = race.passages.filter(({ mark, origin }) => mark === 'finish' && origin === 'timed');
    expect(new Set(crossed.map(({ bib }) => bib)).size).toBe(COUNT);
    expect(race.groups[0]!.bibs.toSorted()).toEqual(['1', '2', '3']);
  });

  it('shows nothing of a line that is nowhere yet', () => {
    const road = createRiddenRoad({ laps: null, say: () => {} });
    const papers: RaceEvent = { kind: 'sheet', sheet: sheet({ course: noRoad }) };
    const crossing: RaceEvent = {
      kind: 'passings',
      origin: 'timed',
      passings: [{ bib: '1', mark: 'finish', atMs: START_MS }],
    };
    expect(road.pass(papers)).toEqual([papers]);
    expect(road.pass(crossing)).toEqual([]);
    // A circle that timing has made is a road for what crosses its line.
    const made: RaceEvent = { kind: 'sheet', sheet: sheet({ course: block }), isRoadMade: true };
    expect(road.pass(made)).toEqual([made]);
    expect(road.pass(crossing)).toEqual([crossing]);
  });

  it('grows with the first rider where it does not close, and never on its way back', () => {
    const { race, said, sheets, shownMs } = raced(day(outAndBack, 1100));
    const { course } = race.sheet;
    expect(said).toEqual([expect.stringMatching(/^The road is made of the track of the first rider/)]);
    expect(course.laps).toBeNull();
    const headM = truth('1', 1099);
    expect(Math.abs(course.ridden!.knownM - headM)).toBeLessThan(0.03 * headM);
    expect(farthestM(course, outAndBack, 8000)).toBeLessThan(60);
    expect(race.groups.map(({ bibs: there }) => there.length)).toEqual([3, 13]);
    expect(Math.abs(race.groups[1]!.gap!.value - 300 / MPS)).toBeLessThan(4);
    expect(shownMs! - START_MS).toBeGreaterThan(400_000);
    expect(sheets).toBeLessThan(200);
  });

  it('is left alone where somebody has brought one', () => {
    const road = createRiddenRoad({ laps: null, say: () => expect.unreachable() });
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
    const road = createRiddenRoad({ laps: null, say: () => expect.unreachable() });
    const told = [...waiting()].flatMap((event) => road.pass(event));
    expect(told.map(({ kind }) => kind)).toEqual(['sheet']);
  });
});
