import { describe, expect, it } from 'vitest';
import { eastward } from '../../../src/race/sample/builders.ts';
import { fiveLaps } from '../../support/courses.ts';
import { crossedRoad as road, told } from '../../support/passings.ts';
import { course, sheet } from '../../support/race.ts';
import { placeOf, type RaceDay, raceDay, steady } from '../../support/race-day.ts';

const [first, second] = [...sheet().riders.keys()] as [string, string];

describe('a crossing', () => {
  const crossedAt = (day: RaceDay, atS: number) => {
    day.tell(told('timed', 'sprint', first, day.atMs(atS)));
    return placeOf(day.engine.race(day.atMs(atS))!, first);
  };

  it('moves a rider to the line when his tracker has not told of him since, and never back', () => {
    const silentAfter = (endS: number) => {
      const day = raceDay(new Map([[first, (s: number) => (s > endS ? null : 2000 + 12 * s)]]), { course: road });
      day.until(endS);
      return day;
    };
    expect(crossedAt(silentAfter(100), 159).distanceM).toBe(4000);
    const moved = crossedAt(silentAfter(100), 160);
    expect(moved.distanceM).toBe(4000);
    expect(moved.speedKph).toBeCloseTo((800 / 60) * 3.6, 0);
    // Never back: he was seen beyond the line.
    expect(crossedAt(silentAfter(200), 280).distanceM).toBeCloseTo(4400, -1);
  });

  it('is heard of, and of a line without laps is of that line, whatever lap it comes with', () => {
    const crossed = (isCircuit: boolean, lap?: number) => {
      const on = isCircuit ? { ...fiveLaps, marks: [...fiveLaps.marks, sprint] } : road;
      const day = raceDay(new Map(), { course: on });
      day.tell(told('timed', isCircuit ? 'dash' : 'sprint', first, day.atMs(100), lap));
      const race = day.engine.race(day.atMs(101))!;
      expect(race.health.topics).toMatchObject([{ topic: 'passings', lastMs: day.atMs(100) }]);
      return placeOf(race, first).distanceM;
    };
    const sprint = { id: 'dash', kind: 'sprint', name: 'Dash', distanceM: 1500, altitudeM: 0, category: null } as const;
    expect([crossed(true), crossed(false), crossed(false, 1)]).toEqual([1500, 4000, 4000]);
  });

  it('of a bib or a line that is unknown is counted, with its sentence', () => {
    const day = raceDay(new Map([[first, steady(2000, 12)]]), { course: road });
    day.until(60);
    day.tell(told('timed', 'sprint', '999', day.atMs(60)));
    day.tell(told('timed', 'nowhere', second, null));
    const { quarantine } = day.engine.race(day.atMs(61))!.health;
    expect(quarantine.map(({ reason, example }) => [reason, example])).toEqual([
      ['unknown-bib', 'Rider 999: not on the start list.'],
      ['not-a-place', 'Rider 2: the course has no line "nowhere".'],
    ]);
  });

  it('with its lap stands for that lap, and brings a rider without a tracker there', () => {
    const day = raceDay(new Map(), { course: fiveLaps });
    const line = fiveLaps.marks.find(({ kind }) => kind === 'finish')!;
    for (const lap of [1, 2]) day.tell(told('timed', line.id, first, day.atMs(lap * 600), lap));
    const race = day.engine.race(day.atMs(1201))!;
    expect(race.passages.map(({ lap, rank }) => [lap, rank])).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(placeOf(race, first).distanceM).toBeCloseTo(line.distanceM - 3 * fiveLaps.laps!.lengthM, 0);
    expect(placeOf(race, first).status).toBe('racing');
  });

  it('without a lap is of the line nearest to where his tracker has him at that moment', () => {
    const { fromM, lengthM, count } = fiveLaps.laps!;
    const line = fiveLaps.marks.find(({ kind }) => kind === 'finish')!;
    // From km 0 on: only so does anybody know which lap it is.
    const day = raceDay(new Map([[first, steady(500, 12)]]), { course: fiveLaps });
    const lapOf = (laps: number, aheadS: number) => {
      const second = Math.ceil((fromM + laps * lengthM - 500) / 12);
      day.until(second, 3);
      day.tell(told('manual', line.id, first, day.atMs(second + aheadS)));
      const { passages } = day.engine.race(day.atMs(second))!;
      day.tell(told('manual', line.id, first, null));
      return passages.findLast(({ origin }) => origin === 'manual')!.lap;
    };
    // A little before the line, a little behind it; told early and late.
    expect([lapOf(0.2, 0), lapOf(0.95, 0), lapOf(1.05, 0), lapOf(1.4, 0)]).toEqual([1, 1, 1, 1]);
    expect([lapOf(1.45, -50), lapOf(1.46, 50), lapOf(1.56, 0), lapOf(1.58, -50)]).toEqual([1, 2, 2, 1]);
    // There is no lap after the last, however far he would have come since.
    expect([lapOf(2.9, 0), lapOf(count - 0.1, 0), lapOf(count - 0.09, 350)]).toEqual([3, count, count]);
  });

  it('without a lap, of a rider without a tracker, is of the lap after his last one', () => {
    const line = fiveLaps.marks.find(({ kind }) => kind === 'finish')!;
    const day = raceDay(new Map(), { course: fiveLaps });
    for (let lap = 1; lap <= 6; lap += 1) day.tell(told('timed', line.id, first, day.atMs(lap * 600)));
    const race = day.engine.race(day.atMs(4000))!;
    expect(race.passages.map(({ lap, atMs }) => [lap, (atMs - day.atMs(0)) / 600_000])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      // Who has finished rolls over the line again: that was no finish.
      [5, 5],
    ]);
    expect(placeOf(race, first)).toMatchObject({ status: 'finished', distanceM: fiveLaps.lengthM });
  });

  it('without a lap, told twice or late, is no lap more', () => {
    const line = fiveLaps.marks.find(({ kind }) => kind === 'finish')!;
    const day = raceDay(new Map(), { course: fiveLaps });
    // Six kilometres take four minutes at the fastest.
    for (const second of [600, 602, 839, 1300, 1290, 1560]) day.tell(told('timed', line.id, first, day.atMs(second)));
    const race = day.engine.race(day.atMs(2000))!;
    expect(race.passages.map(({ lap, atMs }) => [lap, (atMs - day.atMs(0)) / 1000])).toEqual([
      [1, 839],
      [2, 1290],
      [3, 1560],
    ]);
    expect(placeOf(race, first).speedKph).toBeCloseTo((fiveLaps.laps!.lengthM / 260) * 3.6, 0);
  });

  it('moves a rider without a tracker on a lap of less than a minute', () => {
    const short = { ...fiveLaps, laps: { ...fiveLaps.laps!, lengthM: 600 } };
    const line = short.marks.find(({ kind }) => kind === 'finish')!;
    const day = raceDay(new Map(), { course: short });
    for (const [lap, second] of [600, 648, 696].entries()) {
      day.tell(told('timed', line.id, first, day.atMs(second)));
      const race = day.engine.race(day.atMs(second + 1))!;
      expect(race.passages.at(-1)!.lap).toBe(lap + 1);
      expect(placeOf(race, first).distanceM).toBeCloseTo(line.distanceM - (4 - lap) * 600, 0);
    }
  });

  it('moves a rider on whom lines alone tell of since his tracker fell silent', () => {
    const second = { kind: 'sprint', name: 'Roquefort', km: 4.3 } as const;
    const two = course({
      lengthKm: 8,
      anchors: [],
      line: eastward(8).map((p) => ({ ...p, altitudeM: null })),
      elevation: [],
      marks: [{ kind: 'sprint', name: 'Valbrun', km: 4 }, second],
    });
    const [before, after] = two.marks.filter(({ kind }) => kind === 'sprint');
    const day = raceDay(new Map([[first, (s: number) => (s > 100 ? null : 2000 + 12 * s)]]), { course: two });
    day.until(100);
    const movedTo = (mark: string, atS: number) => {
      day.tell(told('timed', mark, first, day.atMs(atS)));
      return placeOf(day.engine.race(day.atMs(atS))!, first).distanceM;
    };
    expect([movedTo(before!.id, 160), movedTo(after!.id, 190)]).toEqual([4000, 4300]);
  });

  it('on a farther line before his last one moves nobody, and nobody rides at more than 30 m/s', () => {
    const line = fiveLaps.marks.find(({ kind }) => kind === 'finish')!;
    const day = raceDay(new Map(), { course: fiveLaps });
    for (const [lap, second] of [
      [1, 1100],
      [2, 1200],
      [3, 1150],
    ] as const)
      day.tell(told('timed', line.id, first, day.atMs(second), lap));
    const place = placeOf(day.engine.race(day.atMs(1201))!, first);
    expect(place.distanceM).toBeCloseTo(line.distanceM - 3 * fiveLaps.laps!.lengthM, 0);
    // Six kilometres in 100 s.
    expect(place.speedKph).toBeCloseTo(108, 6);
  });

  it('of one lap is taken back by its number', () => {
    const line = fiveLaps.marks.find(({ kind }) => kind === 'finish')!;
    const day = raceDay(new Map(), { course: fiveLaps });
    for (const lap of [1, 2]) day.tell(told('timed', line.id, first, day.atMs(lap * 600), lap));
    day.tell(told('timed', line.id, first, null, 1));
    expect(day.engine.race(day.atMs(1300))!.passages.map(({ lap }) => lap)).toEqual([2]);
  });

  it('counts among the news of now, though its clock is ahead', () => {
    const day = raceDay(new Map([[first, steady(2000, 12)]]), { course: road });
    day.until(60);
    day.tell(told('timed', 'sprint', '999', day.atMs(130)));
    expect(day.engine.race(day.atMs(61))!.health.quarantine).toMatchObject([{ reason: 'unknown-bib', share: 0.018 }]);
  });
});
