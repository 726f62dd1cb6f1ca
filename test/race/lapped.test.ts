import { describe, expect, it } from 'vitest';
import { madeCircuit } from '../../src/desk/course/made-circuit.ts';
import { listingOf } from '../../src/race/listing/listing.ts';
import type { Race } from '../../src/race/race.ts';
import { fiveLaps } from '../support/courses.ts';
import { rider, sheet } from '../support/race.ts';
import { placeOf, type RaceDay, raceDay, steady } from '../support/race-day.ts';

const LAPS = 6;
const circuit = madeCircuit(1000, LAPS);
const starters = new Map(['1', '2', '3', '4'].map((bib) => [bib, rider(bib)]));
/** Seconds that a lap takes. */
const lapS: Readonly<Record<string, number>> = { '1': 80, '2': 82, '3': 100, '4': 125 };

/** Crossings in their order up to a second of the day, each with a box that counts no laps. */
function timed(day: RaceDay, fromS: number, toS: number, of = Object.keys(lapS)): void {
  const crossings = of.flatMap((bib) =>
    Array.from({ length: LAPS + 2 }, (_, i) => ({ bib, second: (i + 1) * lapS[bib]! })),
  );
  for (const { bib, second } of crossings.sort((a, b) => a.second - b.second))
    if (second > fromS && second <= toS)
      day.tell({ kind: 'passings', origin: 'timed', passings: [{ bib, mark: 'finish', atMs: day.atMs(second) }] });
}

const down = (race: Race) => race.places.map(({ bib, lapsDown, status }) => [bib, lapsDown, status]);
const finished = (race: Race) => race.standings.stage.filter(({ state }) => state !== 'live');

describe('who is lapped when a circuit race is won', () => {
  const day = () => raceDay(new Map(), { course: circuit, riders: starters });

  it('finishes at his next crossing, though nobody tells laps, and stands behind all who have more', () => {
    const one = day();
    timed(one, 0, 499);
    // 1 has won at 480, 2 comes at 492; 3 comes at 500 and 4 at 500.
    expect(down(one.until(499))).toMatchObject([
      ['1', 0, 'finished'],
      ['2', 0, 'finished'],
      ['3', 0, 'racing'],
      ['4', 0, 'racing'],
    ]);
    timed(one, 499, 501);
    const race = one.until(501);
    expect(down(race)).toEqual([
      ['1', 0, 'finished'],
      ['2', 0, 'finished'],
      ['3', 1, 'finished'],
      ['4', 2, 'finished'],
    ]);
    expect(finished(race).map(({ bib, gapS }) => [bib, gapS])).toEqual([
      ['1', 0],
      ['2', 12],
      ['3', null],
      ['4', null],
    ]);
    expect(placeOf(race, '3')).toMatchObject({ gapS: null, distanceM: 5000, rank: 3 });
    expect(race.phase).toBe('finished');
  });

  it('has no place yet while somebody with more laps is on the road, and takes none of his', () => {
    const one = day();
    timed(one, 0, 490, ['1', '3', '4']);
    timed(one, 490, 501, ['3', '4']);
    timed(one, 0, 480, ['2']);
    const race = one.until(501);
    expect(down(race).map(([bib]) => bib)).toEqual(['1', '2', '3', '4']);
    expect(placeOf(race, '2').status).toBe('racing');
    expect(finished(race).map(({ bib }) => bib)).toEqual(['1']);
    const { spots, heldBack } = listingOf(race, true);
    expect([heldBack, spots.map(({ rank, place }) => [rank, place.bib])]).toEqual([1, [[2, '2']]]);
    timed(one, 480, 492, ['2']);
    expect(finished(one.until(502)).map(({ bib }) => bib)).toEqual(['1', '2', '3', '4']);
  });

  it('does not come in anew on a lap that he rolls on', () => {
    const one = day();
    timed(one, 0, 610);
    const race = one.until(610);
    expect(placeOf(race, '3').lapsDown).toBe(1);
    expect(finished(race).map(({ bib, gapS }) => [bib, gapS])).toEqual([
      ['1', 0],
      ['2', 12],
      ['3', null],
      ['4', null],
    ]);
  });

  it('races on where the winner was none, and finishes all of it where a hand says so', () => {
    const one = day();
    timed(one, 0, 490, ['1', '3', '4']);
    timed(one, 490, 501, ['3']);
    expect(placeOf(one.until(501), '3').lapsDown).toBe(1);
    one.tell({ kind: 'passings', origin: 'timed', passings: [{ bib: '1', mark: 'finish', atMs: null }] });
    expect(placeOf(one.until(502), '3')).toMatchObject({ lapsDown: 0, finish: null, status: 'racing' });
    const again = day();
    timed(again, 0, 501);
    again.tell({
      kind: 'passings',
      origin: 'manual',
      passings: [{ bib: '3', mark: 'finish', atMs: again.atMs(500), lap: LAPS }],
    });
    expect(placeOf(again.until(502), '3')).toMatchObject({ lapsDown: 0, status: 'finished' });
  });

  it('is found by his tracker as well', () => {
    const rides = new Map(Object.entries(lapS).map(([bib, s]) => [bib, steady(20, 1000 / s)] as const));
    const one = raceDay(rides, { course: circuit, riders: starters });
    one.until(5);
    one.tell({ kind: 'lap-known', bib: null, lap: 1 });
    const race = one.until(505);
    expect(down(race)).toEqual([
      ['1', 0, 'finished'],
      ['2', 0, 'finished'],
      ['3', 1, 'finished'],
      ['4', 2, 'finished'],
    ]);
    expect(finished(race).map(({ bib }) => bib)).toEqual(['1', '2', '3', '4']);
  });

  it('rides on against the clock, and on a road that only ends with laps', () => {
    const { info } = sheet();
    const clock = raceDay(new Map(), {
      course: circuit,
      riders: starters,
      info: { ...info, type: 'time-trial' },
    });
    timed(clock, 0, 510);
    expect(clock.until(510).places.map(({ lapsDown }) => lapsDown)).toEqual([0, 0, 0, 0]);
    const road = raceDay(new Map(), {
      course: { ...fiveLaps, laps: { ...fiveLaps.laps!, fromM: 9000, count: 4 } },
      riders: starters,
    });
    const line = (bib: string, second: number, lap: number) =>
      road.tell({
        kind: 'passings',
        origin: 'timed',
        passings: [{ bib, mark: 'finish', atMs: road.atMs(second), lap }],
      });
    line('1', 3000, 4);
    line('2', 3100, 3);
    expect(placeOf(road.until(3101, 100), '2')).toMatchObject({ lapsDown: 0, finish: null });
  });
});
