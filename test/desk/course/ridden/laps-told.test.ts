import { describe, expect, it } from 'vitest';
import { withBroughtAlong } from '../../../../src/desk/brought-along.ts';
import { madeCircuit } from '../../../../src/desk/course/made-circuit.ts';
import { noRoad } from '../../../../src/desk/course/no-road.ts';
import type { InputReader } from '../../../../src/desk/feeds/feed.ts';
import { rmonitorParse } from '../../../../src/desk/feeds/rmonitor/parse.ts';
import { createIntake } from '../../../../src/desk/intake.ts';
import { createNotices } from '../../../../src/desk/notices.ts';
import { withOneSheet } from '../../../../src/desk/papers/one-sheet.ts';
import type { RaceEvent } from '../../../../src/race/event.ts';
import type { Race } from '../../../../src/race/race.ts';
import { arc, courseOf } from '../../../support/courses.ts';
import { riders, START_MS, sheet } from '../../../support/race.ts';
import { groupOf, placeOf } from '../../../support/race-day.ts';
import { bibs, COUNT, day, raced } from '../../../support/ridden-road.ts';

const lapOf = (lapM: number) => {
  const radiusM = lapM / (2 * Math.PI);
  return courseOf(arc([0, radiusM], radiusM, -Math.PI / 2, 1.5 * Math.PI), {
    laps: { fromKm: 0, toKm: lapM / 1000, count: 12 },
  });
};
const NOBODY_SAYS = 1;

/** What a timekeeper tells of a race whose road he does not know: a circle, and as many laps as he says. */
const timing = (lapsTold?: number): RaceEvent => ({
  kind: 'sheet',
  sheet: sheet({
    course: madeCircuit(1000, lapsTold ?? NOBODY_SAYS),
    riders: riders(COUNT),
    info: { ...sheet().info, startMs: START_MS },
  }),
  isRoadMade: true,
  ...(lapsTold !== undefined && { lapsTold }),
});

/** Phones of a race of which timing tells, and what it tells at some second. */
function* timed(lapM: number, seconds: number, told: ReadonlyMap<number, RaceEvent>): Generator<RaceEvent> {
  for (const event of day(lapOf(lapM), seconds)) {
    if (event.kind !== 'positions') continue;
    const news = told.get((event.atMs - START_MS) / 1000);
    if (news) yield news;
    yield event;
  }
}

function seenOf(lapM: number, seconds: number, told: ReadonlyMap<number, RaceEvent>, laps: number | null = null) {
  const seen: Race[] = [];
  const { race } = raced(timed(lapM, seconds, told), laps, (now) => {
    seen.push(now);
    return [];
  });
  return { race, seen };
}

describe('a lap that riders draw, and of which timing tells how often it is ridden', () => {
  it('has so many, and an end', () => {
    const { race } = seenOf(1800, 300, new Map([[0, timing(12)]]));
    const { laps, ridden, lengthM } = race.sheet.course;
    expect(laps!.lengthM).toBeGreaterThan(1700);
    expect([laps!.count, ridden!.isEndKnown]).toEqual([12, true]);
    expect(lengthM).toBeCloseTo(12 * laps!.lengthM, 0);
  });

  it('has as many as a hand says, whatever timing does', () => {
    expect(seenOf(1800, 300, new Map([[0, timing(12)]]), 20).race.sheet.course.laps!.count).toBe(20);
  });

  it('has no end where timing only counts what was ridden', () => {
    const { race } = seenOf(1800, 300, new Map([[0, timing()]]));
    expect(race.sheet.course.ridden!.isEndKnown).toBe(false);
  });

  it.each([
    ['once it is told', undefined, 12],
    ['when it becomes more', 12, 15],
    ['when it becomes fewer', 12, 10],
  ])('has another end %s: places, groups and gaps stay', (_, first, then) => {
    const { race, seen } = seenOf(
      1800,
      420,
      new Map([
        [0, timing(first)],
        [400, timing(then)],
      ]),
    );
    const [before, after] = [398, 400].map((s) => seen.find(({ atMs }) => atMs === START_MS + s * 1000)!);
    expect([before!.sheet.course.ridden!.isEndKnown, after!.sheet.course.laps!.count]).toEqual([Boolean(first), then]);
    expect(race.sheet.course.ridden).toEqual({ knownM: race.sheet.course.lengthM, isEndKnown: true });
    for (const bib of ['1', '3', '11', '17']) {
      const wonM = placeOf(after!, bib).distanceM - placeOf(before!, bib).distanceM;
      expect(Math.abs(wonM - 21), bib).toBeLessThan(70);
    }
    expect(groupOf(after!, '1')!.id).toBe(groupOf(before!, '1')!.id);
    for (const now of [after!, race])
      expect(Math.abs(groupOf(now, '11')!.gap!.value - groupOf(before!, '11')!.gap!.value)).toBeLessThan(3);
  });

  it('is the circle of timing until the lap is found, however long that is, and never a road without laps', () => {
    const { race, seen } = seenOf(6500, 760, new Map([[0, timing(5)]]));
    const roads = seen.map(({ sheet: { course } }) =>
      course.ridden ? 'ridden' : course === noRoad ? 'none' : 'circle',
    );
    expect([...new Set(roads)]).toEqual(['circle', 'ridden']);
    expect(seen.every(({ sheet: { course } }) => course.laps)).toBe(true);
    expect(race.sheet.course.laps!.lengthM).toBeGreaterThan(6400);
    expect(race.sheet.course.laps!.count).toBe(5);
  });

  it('has so many by the lines of RMonitor beside phones, all the way through the desk', () => {
    const lines = rmonitorParse();
    const feeds = ['rmonitor', 'phones'];
    const read: InputReader = (input) =>
      input.feed === 'rmonitor' ? lines(input) : { events: [JSON.parse(input.text)], faults: [] };
    const reader = withBroughtAlong(
      withOneSheet(() => read, { feeds, listed: null }),
      {},
      () => {},
    );
    const intake = createIntake({ source: { feeds, reader }, notices: createNotices(() => {}), wallMs: null });
    const say = (atMs: number, line: string) =>
      intake.take({ feed: 'rmonitor', topic: 'lines', text: `${atMs} ${line}`, atMs });
    for (const bib of bibs) say(START_MS, `$A,"r${bib}","${bib}",${bib},"Given","Family${bib}","FRA",1`);
    for (const event of day(lapOf(1800), 300)) {
      if (event.kind !== 'positions') continue;
      const { atMs } = event;
      const ridden = new Date(atMs - START_MS).toISOString().slice(11, 19);
      say(atMs, `$F,12,"00:00:00","12:00:00","${ridden}","Green "`);
      intake.take({ feed: 'phones', topic: 'fixes', text: JSON.stringify(event), atMs });
    }
    const { laps, ridden } = intake.race(START_MS + 300_000)!.sheet.course;
    expect(laps!.lengthM).toBeGreaterThan(1700);
    expect([laps!.count, ridden!.isEndKnown]).toEqual([12, true]);
  });
});
