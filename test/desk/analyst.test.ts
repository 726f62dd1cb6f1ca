import { describe, expect, it } from 'vitest';
import { createAnalyst } from '../../src/desk/analyst.ts';
import type { Forecast } from '../../src/insight/forecast.ts';
import { recordedPast } from '../../src/insight/past.ts';
import { createEngine, type Engine } from '../../src/race/engine.ts';
import { eastward } from '../../src/race/sample/builders.ts';
import { course, race, START_MS, sheet } from '../support/race.ts';
import { fixAt, frame } from '../support/ride.ts';

function analyst(roadTimes: Engine['roadTimes'] = () => null) {
  const asked: number[] = [];
  const troubles: string[] = [];
  const engine = {
    advance() {},
    roadTimes,
    race(atMs: number) {
      asked.push(atMs);
      if (atMs < START_MS) throw new Error('it stumbled');
      return race({ atMs });
    },
  };
  const hearer = { made() {}, matured() {} };
  return { asked, troubles, ...createAnalyst(engine, recordedPast, hearer, (why) => troubles.push(why)) };
}

describe('the analyst', () => {
  it('tells what he thought with the race', () => {
    const its = analyst();
    its.reach(START_MS);
    expect(its.race(START_MS)?.insight?.forecasts).toBeInstanceOf(Array);
  });

  it('never costs the race: where he fails, the race is told without', () => {
    const its = analyst(() => {
      throw new Error('no road');
    });
    its.reach(START_MS);
    const told = its.race(START_MS);
    expect(told?.atMs).toBe(START_MS);
    expect(told?.insight).toBeUndefined();
    expect(its.troubles).toEqual([expect.stringContaining('no road')]);
  });

  it('thinks four times a minute of the race, also of those that nobody reached, and never twice', () => {
    const its = analyst();
    for (const s of [0, 1, 14.9, 15, 22, 61, 59, 61, 74]) its.reach(START_MS + s * 1000);
    expect(its.asked).toEqual([0, 15, 30, 45, 60].map((s) => START_MS + s * 1000));
  });

  it('thinks of the end of a long hole alone, and begins anew with a clock that is set back', () => {
    const its = analyst();
    for (const s of [0, 39_990, 90]) its.reach(START_MS + s * 1000);
    expect(its.asked).toEqual([0, 39_990, 90].map((s) => START_MS + s * 1000));
  });

  it('leaves it to who asks to hear that the engine failed', () => {
    const its = analyst();
    expect(() => its.reach(0)).not.toThrow();
    expect(() => its.race(0)).toThrow('it stumbled');
  });
});

describe('of the same inputs he says the same', () => {
  const road = course({ lengthKm: 40, line: eastward(40), elevation: [], marks: [] });
  const papers = sheet({ course: road });
  const bibs = [...papers.riders.keys()];
  /** Two are away by 600 m, which grow. */
  const placeM = (i: number, s: number) => 2000 + 13 * s - (i < 2 ? 0 : 600 + s / 10) - i * 2;

  /** Rides for a while, and looks at the race at moments of its own. */
  function forecasts(looksAt: (second: number) => readonly number[]) {
    const made: Forecast[] = [];
    const engine = createEngine();
    engine.apply({ kind: 'sheet', sheet: papers });
    const hearer = { made: (one: Forecast) => void made.push(one), matured() {} };
    const its = createAnalyst(engine, recordedPast, hearer, expect.unreachable);
    for (let second = 0; second < 1500; second += 5) {
      const atMs = START_MS + second * 1000;
      its.reach(atMs);
      engine.apply(
        frame(
          atMs,
          bibs.map((bib, i) => fixAt(road, bib, placeM(i, second))),
        ),
      );
      for (const later of looksAt(second)) {
        its.reach(atMs + later);
        its.race(atMs + later);
      }
    }
    return { made, insight: its.race(START_MS + 1_500_000)!.insight };
  }

  it('whether nobody looks, or somebody does now and then, or all the time', () => {
    const unseen = forecasts(() => []);
    expect(unseen.made.length).toBeGreaterThan(20);
    expect(forecasts((second) => (second % 7 === 0 ? [10, 3700] : []))).toEqual(unseen);
    expect(forecasts(() => [0, 20, 990, 2500, 4999])).toEqual(unseen);
  });
});
