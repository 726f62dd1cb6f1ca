import type { Forecast } from '../../src/insight/forecast.ts';
import type { Insight } from '../../src/insight/insight.ts';
import type { Outcome } from '../../src/insight/outcome.ts';
import { recordedPast } from '../../src/insight/past.ts';
import { createThinker } from '../../src/insight/think.ts';
import type { Race } from '../../src/race/race.ts';
import { eastward } from '../../src/race/sample/builders.ts';
import { course, riders } from './race.ts';
import { type RaceDay, type Ride, raceDay } from './race-day.ts';

/** 50 km, all flat, with a sprint after 30. */
const road = course({
  lengthKm: 50,
  line: eastward(50),
  elevation: [],
  marks: [{ kind: 'sprint', name: 'Valbrun', km: 30 }],
});
export const MPS = 12;
export const bibs = [...riders(16).keys()];

/** Two away by so many seconds, which change by so many a kilometre; twelve together behind them. */
export function away(gapS: number, perKm = 0): Map<string, Ride> {
  const behindM = (s: number) => MPS * Math.max(0, gapS + (perKm * MPS * s) / 1000);
  return new Map(
    bibs.slice(0, 14).map((bib, i): [string, Ride] => [bib, (s) => 4000 + MPS * s - (i < 2 ? 0 : behindM(s)) - i * 2]),
  );
}

export const day = (rides: ReadonlyMap<string, Ride>) => raceDay(rides, { course: road, riders: riders(16) });

export interface Thought {
  readonly race: Race;
  readonly insight: Insight;
}

export function thinking(one: RaceDay, note: (outcome: Outcome) => void = () => {}) {
  const thinker = createThinker(recordedPast, note);
  let second = 0;
  return {
    thinker,
    /** Rides and thinks each few seconds, until a second of the day. */
    until(to: number): Thought {
      let thought: Thought | null = null;
      for (; second <= to; second += 3) {
        const race = one.until(second, 3);
        thought = { race, insight: thinker.think(race, one.engine.roadTimes()) };
      }
      return thought!;
    },
  };
}

export const found = <T extends Forecast>({ forecasts }: Insight, kind: T['kind'], mark?: string): T =>
  forecasts.find((one) => one.kind === kind && (!mark || ('mark' in one && one.mark === mark))) as T;
