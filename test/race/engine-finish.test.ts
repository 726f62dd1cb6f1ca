import { describe, expect, it } from 'vitest';
import { course, sheet, straightRoad } from '../support/race.ts';
import { breakaway, placeOf, type Ride, raceDay, steady } from '../support/race-day.ts';

const bibs = [...sheet().riders.keys()];
const [first, second, third] = bibs as [string, string, string];

/** 8 km on a straight road that goes on behind the line. */
const road = course({
  lengthKm: 8,
  anchors: [{ ...straightRoad.line[8]!, km: 8 }],
  line: course()
    .line.slice(0, 10)
    .map((p) => ({ ...p, altitudeM: null })),
  elevation: [],
  marks: [{ kind: 'sprint', name: 'Valbrun', km: 4 }],
});

const silentFrom =
  (ride: Ride, fromS: number): Ride =>
  (s) =>
    s >= fromS ? null : ride(s);

describe('the finish', () => {
  it('is timed between the fixes on both sides of the line', () => {
    const day = raceDay(new Map([[first, steady(2000, 12.7)]]), { course: road });
    const race = day.until(500, 6);
    const place = placeOf(race, first);
    expect(place).toMatchObject({ status: 'finished', rank: 1, gapS: 0, distanceM: 8000 });
    expect((place.finish!.atMs - day.atMs(0)) / 1000).toBeCloseTo(6000 / 12.7, 0);
    expect(place.finish).toMatchObject({ origin: 'gps', value: 0 });
    expect(race.passages.at(-1)).toMatchObject({ mark: 'finish', bib: first, rank: 1, origin: 'gps' });
  });

  it('is estimated for a rider whose tracker falls silent shortly before it', () => {
    const rides = new Map([
      [first, steady(2000, 12.5)],
      [second, silentFrom(steady(1990, 12.5), 450)],
    ]);
    const day = raceDay(rides, { course: road });
    expect(placeOf(day.until(482), second).status).toBe('racing');
    const place = placeOf(day.until(510), second);
    expect(place.status).toBe('finished');
    expect(place.finish!.origin).toBe('estimated');
    expect(place.finish!.value).toBeCloseTo(0.8, 0);
    expect(place.gapOrigin).toBe('estimated');
  });

  it('is taken back when he turns up on the road again', () => {
    const back: Ride = (s) => (s >= 440 && s < 520 ? null : s < 440 ? 2000 + 12.5 * s : 7600);
    const day = raceDay(new Map([[first, back]]), { course: road });
    expect(placeOf(day.until(515), first).status).toBe('finished');
    expect(placeOf(day.until(540), first)).toMatchObject({ status: 'racing', finish: null });
    expect(day.until(540).passages.some((passage) => passage.mark === 'finish')).toBe(false);
  });

  it('is not given to a rider who stops before it', () => {
    const day = raceDay(new Map([[first, (s: number) => (s > 520 ? null : Math.min(7700, 2000 + 12.5 * s))]]), {
      course: road,
    });
    expect(placeOf(day.until(600), first).status).toBe('racing');
  });

  it('as a timekeeper tells it wins over the satellite', () => {
    const day = raceDay(new Map([[first, steady(2000, 12.5)]]), { course: road });
    day.until(490);
    day.tell({ kind: 'passings', origin: 'timed', passings: [{ bib: first, mark: 'finish', atMs: day.atMs(481) }] });
    const { finish } = placeOf(day.until(495), first);
    expect(finish).toMatchObject({ origin: 'timed', atMs: day.atMs(481) });
  });

  it('ends the race when all on the road are in', () => {
    const day = raceDay(breakaway(bibs, 600), { course: road });
    expect(day.until(430).phase).toBe('racing');
    expect(day.until(460).phase).toBe('racing');
    const race = day.until(560);
    expect(race.phase).toBe('finished');
    expect(race.groups).toEqual([]);
    expect(race.places.map((place) => place.rank)).toEqual(bibs.map((_, i) => i + 1));
  });
});

describe('a line', () => {
  const rides = new Map([
    [first, steady(2000, 12)],
    [second, steady(1940, 12)],
    [third, steady(1880, 12)],
  ]);
  const crossings = (race: ReturnType<ReturnType<typeof raceDay>['until']>) =>
    race.passages.filter((one) => one.mark === 'sprint').map((one) => [one.rank, one.bib]);

  it('is passed in order of time, and each passage is ranked as it happens', () => {
    const day = raceDay(rides, { course: road });
    expect(crossings(day.until(168))).toEqual([[1, first]]);
    expect(crossings(day.until(180))).toEqual([
      [1, first],
      [2, second],
      [3, third],
    ]);
  });

  it('passed during a pause of the feed is timed between its ends', () => {
    const day = raceDay(rides, { course: road });
    day.until(150, 6);
    for (const [bib, ride] of rides) day.ride(bib, (s) => (s < 186 ? null : ride(s)));
    const race = day.until(192, 6);
    const [one] = race.passages;
    expect(one).toMatchObject({ bib: first, origin: 'gps' });
    expect((one!.atMs - day.atMs(0)) / 1000).toBeCloseTo(2000 / 12, 0);
  });

  it('passed in a hole of more than a minute is not measured', () => {
    const day = raceDay(new Map([[first, (s: number) => (s > 120 && s < 200 ? null : 2000 + 12 * s)]]), {
      course: road,
    });
    expect(day.until(210).passages[0]).toMatchObject({ bib: first, origin: 'estimated' });
  });

  it('has its order corrected by a timekeeper, once', () => {
    const day = raceDay(rides, { course: road });
    day.until(190);
    const told = { bib: third, mark: 'sprint', atMs: day.atMs(160) };
    for (let i = 0; i < 2; i += 1) day.tell({ kind: 'passings', origin: 'timed', passings: [told] });
    expect(crossings(day.until(191))).toEqual([
      [1, third],
      [2, first],
      [3, second],
    ]);
  });

  it('is not lost by a frame that comes late', () => {
    const late = raceDay(new Map(rides), { course: road });
    late.until(164);
    // The frames of 165 to 170 are held up on the way.
    for (const [bib, ride] of rides) late.ride(bib, (s) => (s >= 165 && s <= 170 ? null : ride(s)));
    late.until(175);
    const rough = late.engine.race(late.atMs(175))!.passages[0]!.atMs;
    late.tell({ kind: 'positions', atMs: late.atMs(166), samples: [] });
    expect((rough - late.atMs(0)) / 1000).toBeCloseTo(2000 / 12, 0);
    expect(crossings(late.until(190))).toHaveLength(3);
  });
});
