import { describe, expect, it } from 'vitest';
import { eastward } from '../../../src/race/sample/builders.ts';
import { crossedRoad as road, told } from '../../support/passings.ts';
import { course, sheet } from '../../support/race.ts';
import { placeOf, raceDay, steady } from '../../support/race-day.ts';

const [first, second] = [...sheet().riders.keys()] as [string, string];

describe('a hand against a transponder', () => {
  it('wins, before it and after it, until it is taken back', () => {
    for (const order of [
      ['manual', 'timed'],
      ['timed', 'manual'],
    ] as const) {
      const day = raceDay(new Map([[first, steady(2000, 12)]]), { course: road });
      day.until(480);
      for (const origin of order) day.tell(told(origin, 'finish', first, day.atMs(origin === 'manual' ? 477 : 479)));
      expect(placeOf(day.until(481), first)).toMatchObject({
        status: 'finished',
        finish: { origin: 'manual', atMs: day.atMs(477) },
      });
      day.tell(told('manual', 'finish', first, null));
      expect(placeOf(day.until(482), first).finish).toMatchObject({ origin: 'timed', atMs: day.atMs(479) });
    }
  });

  it('taken back with nothing under it, the rider is in the race again', () => {
    const day = raceDay(new Map([[first, steady(2000, 5)]]), { course: road });
    day.until(100);
    day.tell(told('manual', 'finish', first, day.atMs(100)));
    expect(placeOf(day.until(101), first).status).toBe('finished');
    day.tell(told('manual', 'finish', first, null));
    const race = day.until(130);
    expect(placeOf(race, first)).toMatchObject({ status: 'racing', finish: null, rank: 1 });
    expect(placeOf(race, first).distanceM).toBeCloseTo(2650, -1);
    expect(race.passages).toEqual([]);
  });

  it('by mistake, 5 km before the line, changes no gap of those behind', () => {
    const day = raceDay(
      new Map([
        [first, steady(2000, 12)],
        [second, steady(2000 - 600, 12)],
      ]),
      { course: road },
    );
    day.until(100);
    day.tell(told('manual', 'finish', first, day.atMs(101)));
    day.until(110);
    day.tell(told('manual', 'finish', first, null));
    for (let s = 140; s < 400; s += 20) expect(placeOf(day.until(s), second).gapS, `${s} s`).toBeCloseTo(50, 0);
  });

  it('and what waits under it outlive a corrected sheet', () => {
    const day = raceDay(new Map([[first, steady(2000, 12)]]), { course: road });
    day.until(200);
    day.tell(told('timed', 'sprint', first, day.atMs(166)));
    day.tell(told('manual', 'sprint', first, day.atMs(160)));
    const moved = course({
      lengthKm: 8,
      anchors: [],
      line: eastward(8).map((p) => ({ ...p, altitudeM: null })),
      elevation: [],
      marks: [{ kind: 'sprint', name: 'Valbrun', km: 4.1 }],
    });
    day.tell({ kind: 'sheet', sheet: { ...day.sheet, course: moved } });
    day.tell(told('manual', 'sprint', first, null));
    expect(day.engine.race(day.atMs(200))!.passages).toMatchObject([{ origin: 'timed', atMs: day.atMs(166) }]);
  });
});
