import { describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../src/race/engine.ts';
import type { RaceEvent } from '../../src/race/event.ts';
import { arc, courseOf } from '../support/courses.ts';
import { START_MS, sheet } from '../support/race.ts';
import { placeOf } from '../support/race-day.ts';
import { fixAt, frame } from '../support/ride.ts';

/** A circle of 4 km as a chain of straights is a little shorter. */
const LAP_M = 3999;
const RADIUS_M = 4000 / (2 * Math.PI);

/** A circuit that is ridden five times, from the line to the line. */
const circuit = (scale = 1) =>
  courseOf(arc([0, 0], RADIUS_M * scale, Math.PI, -Math.PI), {
    laps: { fromKm: 0, toKm: (LAP_M / 1000) * scale, count: 5 },
  });
const small = circuit();

const bunch = ['1', '2', '3', '4', '5'] as const;
const late = '6';
const MPS = 11;

/** A bunch at 11 m/s, and one rider two minutes behind it; when the desk starts, and what it is told. */
function day({
  course = small,
  fromS,
  startMs = START_MS,
}: {
  course?: typeof small;
  fromS: number;
  startMs?: number | null;
}) {
  const engine: Engine = createEngine();
  const papers = sheet({ course });
  engine.apply({ kind: 'sheet', sheet: { ...papers, info: { ...papers.info, startMs } } });
  const placeM = (bib: string, second: number) => MPS * (bib === late ? second - 120 : second) - (Number(bib) % 5) * 3;
  let next = fromS;
  const atMs = (second: number) => START_MS + second * 1000;
  const race = (second: number) => engine.race(atMs(second))!;
  return {
    course,
    atMs,
    placeM,
    tell: (event: RaceEvent) => engine.apply(event),
    until(second: number) {
      for (; next <= second; next += 1) {
        const riders = [...bunch, late].map((bib) => ({ bib, at: placeM(bib, next) })).filter((one) => one.at >= 0);
        engine.apply(
          frame(
            atMs(next),
            riders.map((one) => fixAt(course, one.bib, one.at)),
          ),
        );
      }
      engine.advance(atMs(second));
      return race(second);
    },
  };
}

const crossing = (bib: string, atMs: number, lap?: number): RaceEvent => ({
  kind: 'passings',
  origin: 'timed',
  passings: [{ bib, mark: 'finish', atMs, ...(lap !== undefined && { lap }) }],
});

/** In lap 3: at 9.9 km, and 8.6 km. */
const IN_LAP_3 = 900;

describe('a desk that starts in lap 3 of 5', () => {
  it('places nobody while nothing proves the lap, however long, and says so', () => {
    const its = day({ fromS: IN_LAP_3 });
    for (let second = IN_LAP_3; second < IN_LAP_3 + 300; second += 5) {
      const race = its.until(second);
      expect(race.places.filter(({ rank }) => rank !== null)).toEqual([]);
      expect(race.groups).toEqual([]);
      // Who is apart from the others is heard for ten seconds before he is on the road at all.
      expect(race.health.withoutLap).toBe(second < IN_LAP_3 + 10 ? 5 : 6);
    }
  });

  it('places all who ride together once one of them crosses the line with his lap, and him behind with his own', () => {
    const its = day({ fromS: IN_LAP_3 });
    const lineS = (bib: string) => (3 * LAP_M - its.placeM(bib, 0)) / MPS;
    its.until(lineS('1') + 2);
    its.tell(crossing('1', its.atMs(lineS('1')), 3));
    let race = its.until(lineS('1') + 5);
    for (const bib of bunch)
      expect(placeOf(race, bib).distanceM).toBeCloseTo(its.placeM(bib, race.atMs / 1000 - START_MS / 1000), -2);
    expect(placeOf(race, late).rank).toBeNull();
    expect(race.health.withoutLap).toBe(1);
    its.until(lineS(late) + 2);
    its.tell(crossing(late, its.atMs(lineS(late)), 3));
    race = its.until(lineS(late) + 60);
    expect(race.health.withoutLap).toBe(0);
    expect(placeOf(race, late)).toMatchObject({ rank: 6 });
    expect(placeOf(race, late).gapS).toBeGreaterThan(117);
    expect(placeOf(race, late).gapS).toBeLessThan(123);
  });

  it('takes a crossing without its lap for no proof', () => {
    const its = day({ fromS: IN_LAP_3 });
    const lineS = (3 * LAP_M - its.placeM('1', 0)) / MPS;
    its.until(lineS + 2);
    its.tell(crossing('1', its.atMs(lineS)));
    const race = its.until(lineS + 20);
    expect(race.places.every(({ rank }) => rank === null)).toBe(true);
    expect(race.health.quarantine).toMatchObject([{ reason: 'lap-not-known', bib: '1', count: 1 }]);
    expect(race.passages).toEqual([]);
  });

  it('believes its operator of the bunch, and of one rider', () => {
    const its = day({ fromS: IN_LAP_3 });
    its.until(IN_LAP_3 + 30);
    its.tell({ kind: 'lap-known', bib: null, lap: 3 });
    let race = its.until(IN_LAP_3 + 35);
    for (const bib of bunch)
      expect(Math.abs(placeOf(race, bib).distanceM - its.placeM(bib, IN_LAP_3 + 35))).toBeLessThan(20);
    expect(placeOf(race, late).rank).toBeNull();
    its.tell({ kind: 'lap-known', bib: late, lap: 3 });
    race = its.until(IN_LAP_3 + 40);
    expect(placeOf(race, late)).toMatchObject({ rank: 6 });
    expect(Math.abs(placeOf(race, late).distanceM - its.placeM(late, IN_LAP_3 + 40))).toBeLessThan(20);
  });

  it('believes no word of a lap that the road does not have', () => {
    const its = day({ fromS: IN_LAP_3 });
    its.until(IN_LAP_3 + 10);
    its.tell({ kind: 'lap-known', bib: null, lap: 9 });
    expect(its.until(IN_LAP_3 + 15).health.withoutLap).toBe(6);
  });

  it('places all by the time since the start, where laps are so long that it can only be one', () => {
    const course = circuit(5);
    const its = day({ course, fromS: 3000 });
    const race = its.until(3100);
    for (const bib of [...bunch, late])
      expect(Math.abs(placeOf(race, bib).distanceM - its.placeM(bib, 3100))).toBeLessThan(20);
    expect(placeOf(race, late).rank).toBe(6);
  });

  it('proves nothing by time where the start is not known', () => {
    const its = day({ course: circuit(5), fromS: 3000, startMs: null });
    expect(its.until(3100).health.withoutLap).toBe(6);
  });
});

describe('a desk that was there from the start', () => {
  it('never withholds a place, and is right on every lap', () => {
    const its = day({ fromS: 0 });
    for (let second = 0; second < 1700; second += 10) {
      const race = its.until(second);
      expect(race.health.withoutLap).toBe(0);
      for (const bib of bunch.filter((one) => its.placeM(one, second) > 0))
        expect(Math.abs(placeOf(race, bib).distanceM - its.placeM(bib, second))).toBeLessThan(40);
    }
  });

  it('knows a rider whose tracker speaks late, in the bunch, by his company', () => {
    const its = day({ fromS: 0 });
    its.until(1000);
    its.tell(frame(its.atMs(1000.5), [fixAt(small, '7', its.placeM('1', 1000.5))]));
    expect(placeOf(its.until(1001), '7').distanceM).toBeCloseTo(its.placeM('1', 1000.5), -1);
  });
});
