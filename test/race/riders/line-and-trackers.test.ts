import { describe, expect, it } from 'vitest';
import type { PassingsEvent } from '../../../src/race/event.ts';
import { fiveLaps } from '../../support/courses.ts';
import { sheet } from '../../support/race.ts';
import { placeOf, type RaceDay, type Ride, raceDay, steady } from '../../support/race-day.ts';

const { fromM, lengthM } = fiveLaps.laps!;
const line = fiveLaps.marks.find(({ kind }) => kind === 'finish')!;
const lineOf = (lap: number): number => fromM + lap * lengthM;
const MPS = 12;
/** Half-way round in lap 3. */
const beginM = lineOf(2) + lengthM / 2;
const bunch = ['1', '2', '3', '4', '5'];
const trueM = (bib: string, second: number): number => beginM - Number(bib) * 4 + MPS * second;
const crossedS = (bib: string, lap: number): number => (lineOf(lap) - trueM(bib, 0)) / MPS;

const crossing = (day: RaceDay, bib: string, atS: number, lap?: number): PassingsEvent => ({
  kind: 'passings',
  origin: 'timed',
  passings: [{ bib, mark: line.id, atMs: day.atMs(atS), ...(lap !== undefined && { lap }) }],
});

/** A bunch that is found on its way; nothing proves on which lap. */
function found(over: (bib: string) => Ride = (bib) => (s) => trueM(bib, s)): RaceDay {
  const rides = new Map(bunch.map((bib) => [bib, over(bib)]));
  return raceDay(rides, { course: fiveLaps, info: { ...sheet().info, startMs: null } });
}

describe.each([4, 2])('trackers that are read on lap %i of riders who are on lap 3', (wrong) => {
  const misread = (): RaceDay => {
    const day = found();
    day.until(60);
    day.tell({ kind: 'lap-known', bib: null, lap: wrong });
    const race = day.until(200);
    expect(placeOf(race, '1').distanceM).toBeCloseTo(trueM('1', 200) + (wrong - 3) * lengthM, -2);
    return day;
  };
  const expectRight = (day: RaceDay, second: number): void => {
    const race = day.until(second);
    for (const bib of bunch) {
      expect(Math.abs(placeOf(race, bib).distanceM - trueM(bib, second)), `${bib} at ${second} s`).toBeLessThan(30);
      expect(placeOf(race, bib)).toMatchObject({ status: 'racing', rank: Number(bib) });
    }
  };

  it('are on the right one once the line has told of them, and stay there', () => {
    const day = misread();
    day.until(249);
    for (const bib of bunch) day.tell(crossing(day, bib, crossedS(bib, 3), 3));
    for (const second of [254, 260, 300, 400]) expectRight(day, second);
  });

  it('are so too where the line tells no laps, but told of two before', () => {
    const day = misread();
    for (const lap of [1, 2]) for (const bib of bunch) day.tell(crossing(day, bib, crossedS(bib, lap), lap));
    day.until(249);
    for (const bib of bunch) day.tell(crossing(day, bib, crossedS(bib, 3)));
    for (const second of [254, 300]) expectRight(day, second);
    const { passages } = day.engine.race(day.atMs(300))!;
    expect(passages.filter(({ mark, origin }) => mark === line.id && origin === 'timed').map(({ lap }) => lap)).toEqual(
      [1, 2, 3].flatMap((lap) => bunch.map(() => lap)),
    );
  });

  it('are so too when it is told 20 s late', () => {
    const day = misread();
    day.until(crossedS('5', 3) + 20);
    for (const bib of bunch) day.tell(crossing(day, bib, crossedS(bib, 3), 3));
    for (const second of [275, 300]) expectRight(day, second);
  });

  it('leave no gap behind that was never there', () => {
    const day = misread();
    day.until(249);
    for (const bib of bunch) day.tell(crossing(day, bib, crossedS(bib, 3), 3));
    const race = day.until(280);
    for (const bib of bunch) expect(placeOf(race, bib).gapS, bib).toBeLessThan(3);
    expect(race.groups).toHaveLength(1);
    expect(race.passages.filter(({ origin }) => origin !== 'timed')).toEqual([]);
  });
});

describe.each([300, -300])('a tracker that has its rider %i m off', (offM) => {
  it('gives way to the line, and nobody goes back in time there', () => {
    const day = found((bib) => (s) => trueM(bib, s) + (bib === '3' ? offM : 0));
    day.until(60);
    day.tell({ kind: 'lap-known', bib: null, lap: 3 });
    const beforeMs = placeOf(day.until(crossedS('3', 3) - 1), '3').atMs;
    for (const bib of bunch) day.tell(crossing(day, bib, crossedS(bib, 3), 3));
    const race = day.engine.race(day.atMs(crossedS('3', 3)))!;
    const place = placeOf(race, '3');
    expect(place.distanceM).toBeCloseTo(lineOf(3), 0);
    expect(place.atMs).toBeGreaterThanOrEqual(beforeMs);
    expect(place).toMatchObject({ rank: 3, gapOrigin: 'timed', gapS: expect.closeTo(8 / MPS, 2) });
  });
});

describe('a crossing that is told 20 s late', () => {
  it('corrects when he was at the line, and not where he is', () => {
    const day = found();
    day.until(60);
    day.tell({ kind: 'lap-known', bib: null, lap: 3 });
    const race = day.until(crossedS('5', 3) + 20);
    const before = bunch.map((bib) => placeOf(race, bib));
    // The receivers were half a second late: the line knows.
    for (const bib of bunch) day.tell(crossing(day, bib, crossedS(bib, 3) - 0.5, 3));
    const after = day.engine.race(race.atMs)!;
    for (const [i, bib] of bunch.entries())
      expect(placeOf(after, bib)).toMatchObject({
        distanceM: before[i]!.distanceM,
        atMs: before[i]!.atMs,
        rank: before[i]!.rank,
      });
    expect(after.passages.filter(({ mark }) => mark === line.id).map(({ bib, atMs }) => [bib, atMs])).toEqual(
      bunch.map((bib) => [bib, day.atMs(crossedS(bib, 3) - 0.5)]),
    );
    const there = day.engine.roadTimes()!.passedAt('1', line.distanceM - 2 * lengthM);
    expect(there).toMatchObject({ atMs: day.atMs(crossedS('1', 3) - 0.5), told: 'timed' });
  });
});

describe('a hand', () => {
  it('that tells of a line does not move a rider whose tracker is heard', () => {
    const day = found();
    day.until(60);
    day.tell({ kind: 'lap-known', bib: null, lap: 3 });
    const before = placeOf(day.until(225), '1');
    day.tell({ ...crossing(day, '1', 225, 3), origin: 'manual' });
    expect(placeOf(day.engine.race(day.atMs(225))!, '1').distanceM).toBe(before.distanceM);
  });
});

it('before anybody can have ridden there, a crossing is that of the start, and no lap', () => {
  const day = raceDay(new Map(), { course: fiveLaps, info: { ...sheet().info, startMs: raceDay(new Map()).atMs(-5) } });
  for (const atS of [0, 700, 1200]) day.tell(crossing(day, '1', atS));
  const { passages } = day.engine.race(day.atMs(1201))!;
  expect(passages.map(({ lap }) => lap)).toEqual([1, 2]);
});

it('between two lines who has no tracker is on the road until he is due, and a little longer', () => {
  const day = raceDay(new Map<string, Ride>([['1', steady(0, 0)]]), { course: fiveLaps });
  for (const [lap, atS] of [
    [1, 600],
    [2, 1100],
  ] as const)
    day.tell(crossing(day, '7', atS, lap));
  const trackerAt = (second: number) => placeOf(day.engine.race(day.atMs(second))!, '7').tracker;
  expect([1101, 1500, 1849].map(trackerAt)).toEqual(['live', 'live', 'live']);
});

it('of which the time is corrected, is so for his gap as well', () => {
  const day = raceDay(new Map(), { course: fiveLaps });
  for (const lap of [1, 2])
    for (const bib of ['6', '7']) day.tell(crossing(day, bib, lap * 600 + Number(bib) - 6, lap));
  expect(placeOf(day.engine.race(day.atMs(1202))!, '7')).toMatchObject({ gapS: 1, gapOrigin: 'timed' });
  day.tell(crossing(day, '7', 1200.25, 2));
  expect(placeOf(day.engine.race(day.atMs(1202))!, '7')).toMatchObject({
    gapS: 0.25,
    gapOrigin: 'timed',
    atMs: day.atMs(1200.25),
  });
});
