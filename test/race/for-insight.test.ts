import { describe, expect, it } from 'vitest';
import { footId } from '../../src/race/course/climb-lines.ts';
import { windOf } from '../../src/race/wind.ts';
import { course, riders, START_MS } from '../support/race.ts';
import { raceDay, steady } from '../support/race-day.ts';
import { fixAt, frame } from '../support/ride.ts';

/** Foot at 6 km, top at 9 km. */
const col = { name: 'Col', category: '2', summitKm: 9, lengthKm: 3, gradientPct: 6, altitudeM: 900 } as const;
const road = course({ climbs: [col], elevation: [] });
const day = (rides: Parameters<typeof raceDay>[0]) => raceDay(rides, { course: road, riders: riders(8) });

describe('the foot and the top of a climb', () => {
  it('are passages, with the seconds between the fixes around them', () => {
    const race = day(
      new Map([
        ['1', steady(5000, 10)],
        // Silent for 36 s around the top, which he passes at 400 s.
        ['2', (s) => (s > 380 && s < 416 ? null : 5000 + s * 10)],
      ]),
    ).until(600, 4);
    const passed = (bib: string) =>
      race.passages
        .filter((one) => one.bib === bib)
        .map(({ mark, atMs, bracketS, origin }) => [mark, (atMs - START_MS - 600_000) / 1000, bracketS, origin]);
    const [climb] = road.climbs;
    expect(passed('1')).toEqual([
      [footId(climb!.id), expect.closeTo(100, 0), 4, 'gps'],
      [climb!.id, expect.closeTo(400, 0), 4, 'gps'],
    ]);
    expect(passed('2')).toEqual([
      [footId(climb!.id), expect.closeTo(100, 0), 4, 'gps'],
      [climb!.id, expect.closeTo(400, 0), 36, 'gps'],
    ]);
  });

  it('are told by a line without a bracket', () => {
    const road = day(new Map([['1', steady(5000, 10)]]));
    road.until(300);
    const [climb] = road.sheet.course.climbs;
    const told = { bib: '1', mark: climb!.id, atMs: road.atMs(401) };
    road.tell({ kind: 'passings', origin: 'timed', passings: [told] });
    expect(road.until(500).passages.at(-1)).toMatchObject({ ...told, origin: 'timed', bracketS: 0 });
  });

  it('of a climb that only we found are timed as well, and no prize is given there', () => {
    const hilly = course({
      elevation: [0, 6, 9, 20].map((km, i) => ({ km, altitudeM: [200, 200, 440, 440][i]! })),
    });
    const found = hilly.climbs.find((climb) => climb.found)!;
    const race = raceDay(new Map([['1', steady(5000, 10)]]), { course: hilly, riders: riders(8) }).until(600);
    expect(race.passages.map(({ mark }) => mark)).toEqual([footId(found.id), found.id]);
    expect(race.standings.lines).toEqual([]);
    expect(hilly.marks.some(({ kind }) => kind === 'foot')).toBe(false);
  });
});

it('the timetable can be read: the first of the race, and each rider', () => {
  const road = day(
    new Map([
      ['1', steady(6000, 10)],
      ['2', steady(5000, 10)],
    ]),
  );
  road.until(300);
  const times = road.engine.roadTimes()!;
  const second = (ms: number | undefined) => (ms === undefined ? null : Math.round((ms - road.atMs(0)) / 1000));
  expect(second(times.firstAt(7000)?.atMs)).toBe(100);
  expect(second(times.passedAt('2', 7000)?.atMs)).toBe(200);
  expect(times.firstAt(9500)).toBeNull();
  expect(times.passedAt('2', 8500)).toBeNull();
});

describe('the wind', () => {
  const sample = (bib: string, windKph?: number, windDirDeg?: number) => ({
    ...fixAt(road, bib, 5000),
    ...(windKph !== undefined && { windKph }),
    ...(windDirDeg !== undefined && { windDirDeg }),
  });

  it('is the middle of what trackers say, and of directions their mean on the circle', () => {
    const samples = [sample('1', 10, 350), sample('2', 12, 10), sample('3', 80), sample('4')];
    expect(windOf(samples, 7)).toEqual({ atMs: 7, kph: 12, relativeDeg: 0, temperatureC: null });
    expect(windOf([sample('1')], 7)).toBeNull();
  });

  it('stays as it was last told', () => {
    const road = day(new Map());
    road.tell(frame(road.atMs(0), [sample('1', 20)]));
    road.tell(frame(road.atMs(60), [sample('1')]));
    expect(road.engine.race(road.atMs(60))!.wind).toMatchObject({ kph: 20, atMs: road.atMs(0) });
  });
});
