import { describe, expect, it } from 'vitest';
import type { Catch, Eta, GapAhead } from '../../src/insight/forecast.ts';
import type { Insight } from '../../src/insight/insight.ts';
import type { Outcome } from '../../src/insight/outcome.ts';
import { recordedPast } from '../../src/insight/past.ts';
import { createThinker } from '../../src/insight/think.ts';
import type { Race } from '../../src/race/race.ts';
import { eastward } from '../../src/race/sample/builders.ts';
import { course, group, place, race, START_MS, sheet } from '../support/race.ts';
import type { Ride } from '../support/race-day.ts';
import { away, bibs, day, found, MPS, type Thought, thinking } from '../support/thinking.ts';

describe('the thinker', () => {
  it('knows when the front comes to the sprint and to the finish', () => {
    const one = day(away(60));
    const { race, insight } = thinking(one).until(1200);
    const [sprint, finish] = ['sprint', 'finish'].map((mark) => found<Eta>(insight, 'eta', mark));
    const trueMs = (m: number) => one.atMs((m - 4000) / MPS);
    // 43.2 km/h is slower than usual, and the last 25 km are expected to be faster still.
    expect(sprint).toMatchObject({ id: 'eta head sprint', group: race.groups[0]!.id, atM: 30_000, silent: null });
    for (const { estimate, atM } of [sprint!, finish!]) {
      expect(Math.abs(estimate!.value - trueMs(atM))).toBeLessThan(0.12 * (trueMs(atM) - race.atMs));
      expect(estimate!.most.low).toBeLessThan(estimate!.half.low);
    }
    expect(sprint!.because[0]).toEqual({ of: 'pace', value: expect.closeTo((100 * 43.2) / 47, 0) });
  });

  it('gives the same object while it is asked within a quarter of a minute, and the same forecasts while they stand', () => {
    const one = day(away(60));
    const { thinker, until } = thinking(one);
    const { race, insight } = until(1200);
    expect(thinker.think({ ...race, atMs: race.atMs + 2000 }, null)).toBe(insight);
    const later = until(1212).insight;
    expect(later.forecasts).toEqual(insight.forecasts);
    const same = later.forecasts.filter((forecast) => insight.forecasts.includes(forecast));
    expect(same.length).toBeGreaterThan(later.forecasts.length / 2);
  });

  it('looks at a race four times a minute, however often it is asked, and at no more of it after five hours', () => {
    const long = sheet({ course: course({ lengthKm: 300, line: eastward(300), elevation: [], marks: [] }) });
    const quiet = race({ sheet: long });
    let [looks, closed] = [0, 0];
    const thinker = createThinker(recordedPast, () => {
      closed += 1;
    });
    const at = (second: number): Race => {
      const [atMs, distanceM] = [START_MS + second * 1000, 6000 + MPS * second];
      const groups = [group({ id: 'g1', kind: 'peloton', bibs: ['1'], frontM: distanceM })];
      const health = {
        ...race().health,
        topics: [{ topic: 'positions' as const, state: 'live' as const, lastMs: atMs }],
      };
      const now = { ...quiet, atMs, places: [place('1', { distanceM, atMs })], health };
      const get = () => {
        looks += 1;
        return groups;
      };
      return Object.defineProperty(now, 'groups', { get });
    };
    const ride = (fromS: number, toS: number, everyS: number): [number, number] => {
      [looks, closed] = [0, 0];
      for (let s = fromS; s < toS; s += everyS) thinker.think(at(s), null);
      return [looks, closed];
    };
    const minutes = (count: number) => count * 60;
    ride(0, minutes(80), 30);
    const [early, closedEarly] = ride(minutes(80), minutes(90), 1);
    ride(minutes(90), minutes(290), 30);
    expect(ride(minutes(290), minutes(300), 1)).toEqual([early, closedEarly]);
    // Five, ten, twenty and forty kilometres ahead, each minute, of the race and of its one group; one minute overlaps.
    expect(closedEarly).toBeGreaterThanOrEqual(80);
    expect(closedEarly).toBeLessThanOrEqual(88);
    // Forty times in ten minutes, and a few looks each.
    expect(early / 40).toBeLessThan(20);
  });

  it('thinks the same of the same race', () => {
    const run = () => thinking(day(away(90, -2))).until(1500).insight;
    expect(run()).toEqual(run());
  });

  it('begins anew with a clock that jumps back, and with another road', () => {
    const { thinker, until } = thinking(day(away(90)));
    const { race, insight } = until(1500);
    expect(insight.gapsPast[0]!.points.length).toBeGreaterThan(10);
    expect(thinker.think({ ...race, atMs: race.atMs - 1000 }, null)).toBe(insight);
    expect(thinker.think({ ...race, atMs: race.atMs - 61_000 }, null).gapsPast[0]!.points).toHaveLength(1);
    const next = until(1600).race;
    const other = { ...race.sheet, course: course({ lengthKm: 80, line: eastward(80) }) };
    const anew = thinker.think({ ...next, sheet: other }, null);
    expect(anew.gapsPast[0]!.points).toHaveLength(1);
  });

  it('keeps the gap of each group by kilometre', () => {
    const { gapsPast } = thinking(day(away(90))).until(1000).insight;
    const [{ points }] = gapsPast as [Insight['gapsPast'][number]];
    expect(points.map(({ km }) => km)).toEqual(points.map((_, i) => points[0]!.km + i));
    for (const { gapS, isMeasured } of points.slice(2))
      expect([gapS, isMeasured]).toEqual([expect.closeTo(90, -1), true]);
  });
});

describe('of a gap and a catch', () => {
  it('a gap that stays is forecast to stay, and a break far in front of a steady peloton may hold', () => {
    const { insight } = thinking(day(away(150))).until(1500);
    const gap = found<GapAhead>(insight, 'gap', 'sprint');

    expect(gap.estimate!.value).toBeCloseTo(150, -1);
    expect(gap.because[0]).toEqual({ of: 'gap', value: expect.closeTo(150, -1) });
    expect(found<Catch>(insight, 'catch')).toMatchObject({ silent: null });
  });

  it('a break that waits will be caught, where its gap is gone', () => {
    const { insight } = thinking(day(away(120, -5))).until(1400);
    const caught = found<Catch>(insight, 'catch');
    expect(caught).toMatchObject({
      word: 'will be caught',
      because: [{ of: 'closing', value: expect.closeTo(5, 0) }, {}],
    });
    // 120 s at 5 s a kilometre are 24 km from where it began.
    expect(Math.abs(caught.whereM!.value - 28_000)).toBeLessThan(2500);
  });

  it('a break that rides away will hold', () => {
    const { insight } = thinking(day(away(60, 4))).until(2400);
    expect(found<Catch>(insight, 'catch')).toMatchObject({ word: 'will hold', whereM: null });
  });

  it('nothing is said of a catch beyond 40 km, nor in the last three', () => {
    const { until } = thinking(day(away(60)));
    expect(found<Catch>(until(300).insight, 'catch')).toMatchObject({ silent: 'too far', word: null });
    expect(found<Catch>(until(3660).insight, 'catch')).toMatchObject({ silent: 'too near', word: null });
  });

  it('who has lost contact is forecast once he has ridden by himself for twenty minutes', () => {
    const rides = away(60);
    const slow =
      (i: number): Ride =>
      (s) =>
        2000 + MPS * Math.min(s, 300) + 9 * Math.max(0, s - 300) - i * 2;
    bibs.slice(10, 14).forEach((bib, i) => {
      rides.set(bib, slow(i));
    });
    const { until } = thinking(day(rides));
    const of = ({ race, insight }: Thought) => {
      const dropped = race.groups.find(({ kind }) => kind === 'dropped')!;
      return insight.forecasts.find(({ id }) => id === `eta ${dropped.id} finish`);
    };
    expect(of(until(1200))).toMatchObject({ silent: 'too early', estimate: null });
    expect(of(until(2100))!.silent).toBeNull();
  });

  it('who loses contact with the break is not caught', () => {
    const rides = away(150);
    const slows: Ride = (s) => (s < 900 ? 4000 + MPS * s : 4000 + MPS * 900 + (MPS - 1) * (s - 900));
    const { race, insight } = thinking(day(new Map(rides).set(bibs[1]!, slows))).until(1500);
    expect(race.groups).toHaveLength(3);
    const hunted = insight.forecasts.flatMap((one) => (one.kind === 'catch' ? one.previous : []));
    expect(hunted).toEqual([race.groups[0]!.id]);
  });
});

it('what became of a forecast is told: arrivals of each front, gaps of neighbours', () => {
  const outcomes: Outcome[] = [];
  thinking(day(away(120)), (outcome) => outcomes.push(outcome)).until(1800);
  const arrivals = outcomes.filter(
    ({ kind, of, atM, fromM }) => kind === 'arrival' && of === 'head' && atM - fromM === 5000,
  );
  expect(arrivals.length).toBeGreaterThan(10);
  for (const { madeMs, truth } of arrivals) expect(truth - madeMs).toBeCloseTo((5000 / MPS) * 1000, -4);
  const gaps = outcomes.filter(({ kind }) => kind === 'gap');
  expect(gaps.length).toBeGreaterThan(10);
  for (const { truth } of gaps) expect(truth).toBeCloseTo(120, -1);
});
