import { describe, expect, it } from 'vitest';
import { createThoughts, nobodyHears } from '../../src/desk/thoughts.ts';
import { recordedPast } from '../../src/insight/past.ts';
import type { Engine } from '../../src/race/engine.ts';
import { race, START_MS } from '../support/race.ts';

function thinking(roadTimes: Engine['roadTimes'] = () => null) {
  const asked: number[] = [];
  const troubles: string[] = [];
  const engine: Engine = {
    apply() {},
    advance() {},
    dated: () => null,
    roadTimes,
    race(atMs) {
      asked.push(atMs);
      if (atMs < START_MS) throw new Error('it stumbled');
      return race({ atMs });
    },
  };
  return { asked, troubles, ...createThoughts(engine, recordedPast, nobodyHears, (why) => troubles.push(why)) };
}

describe('what follows from the race, at the desk', () => {
  it('is told with it', () => {
    expect(thinking().race(START_MS)?.insight?.forecasts).toBeInstanceOf(Array);
  });

  it('never costs the race: where it fails, the race is told without', () => {
    const its = thinking(() => {
      throw new Error('no road');
    });
    const told = its.race(START_MS);
    expect(told?.atMs).toBe(START_MS);
    expect(told?.insight).toBeUndefined();
    expect(its.troubles).toEqual([expect.stringContaining('no road')]);
  });

  it('is thought now and then while nobody asks, and not twice', () => {
    const its = thinking();
    for (let second = 0; second <= 180; second += 1) its.pass(START_MS + second * 1000);
    expect(its.asked).toHaveLength(7);
    its.race(START_MS + 200_000);
    its.pass(START_MS + 220_000);
    expect(its.asked).toHaveLength(8);
  });

  it('leaves it to who asks to hear that the engine failed', () => {
    const its = thinking();
    expect(() => its.pass(0)).not.toThrow();
    expect(() => its.race(0)).toThrow('it stumbled');
  });
});
