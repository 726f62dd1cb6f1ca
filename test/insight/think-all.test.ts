import { describe, expect, it } from 'vitest';
import type { Forecast } from '../../src/insight/forecast.ts';
import type { Insight } from '../../src/insight/insight.ts';
import { recordedPast } from '../../src/insight/past.ts';
import { createThinker } from '../../src/insight/think.ts';
import type { Race } from '../../src/race/race.ts';
import { tour2023 } from '../../src/race/rules/presets/tour-2023.ts';
import { eastward } from '../../src/race/sample/builders.ts';
import { course, riders, START_MS } from '../support/race.ts';
import { type Ride, raceDay } from '../support/race-day.ts';
import { type TrialDay, trialDay } from '../support/trial-day.ts';

const ofKind = <K extends Forecast['kind']>({ forecasts }: Insight, kind: K) =>
  forecasts.filter((one): one is Extract<Forecast, { kind: K }> => one.kind === kind);

describe('of a race against the clock the thinker says', () => {
  const day: TrialDay = trialDay(31, 90);
  const think = (fromS: number, toS: number): { race: Race; insight: Insight } => {
    const thinker = createThinker(recordedPast);
    for (let second = fromS; ; second += 5) {
      const { race, times } = day.at(second);
      const insight = thinker.think({ ...race, health: { ...race.health, topics: [] } }, times);
      if (second >= toS) return { race, insight };
    }
  };

  it('the times of those who ride, and nothing of anybody else', { timeout: 60_000 }, () => {
    const { race, insight } = think(4600, 4700);
    const times = ofKind(insight, 'trial');
    const running = race.timeTrial!.runs.filter(({ state }) => state === 'running').map(({ bib }) => bib);
    expect(new Set(times.map(({ bib }) => bib))).toEqual(new Set(running));
    expect(times.length).toBeLessThanOrEqual(2 * running.length);
    expect(times.filter(({ silent }) => silent === null).length).toBeGreaterThan(20);
    expect(insight.forecasts).toHaveLength(times.length);
  });
});

describe('of a road race the thinker says', () => {
  const road = course({
    lengthKm: 50,
    line: eastward(50),
    elevation: [],
    marks: [{ kind: 'sprint', name: 'V', km: 30 }],
  });
  const bibs = [...riders(16).keys()];
  const ride =
    (i: number): Ride =>
    (s) =>
      (i < 10 ? 4000 + 12 * s : 4000 + 11 * s) - i;
  const day = () =>
    raceDay(new Map(bibs.map((bib, i) => [bib, ride(i)])), {
      course: road,
      riders: riders(16),
      rules: tour2023,
      general: bibs.map((bib, i) => ({ bib, behindS: 20 * i })),
      totals: { points: [], mountain: [], teams: [] },
    });

  it('how far inside the limit the last groups are, and who can still win what', () => {
    const one = day();
    const thinker = createThinker(recordedPast);
    let insight: Insight | null = null;
    for (let s = 0; s <= 1800; s += 5) insight = thinker.think(one.until(s, 5), one.engine.roadTimes());
    const [limit, ...others] = ofKind(insight!, 'limit');
    expect(others).toEqual([]);
    // They are seconds behind, and the limit is minutes.
    expect(limit).toMatchObject({ silent: null, group: expect.any(String) });
    expect(limit!.limitMs).toBeGreaterThan(START_MS);
    expect(limit!.estimate!.value).toBeGreaterThan(60);
    const hopes = ofKind(insight!, 'jersey').filter(({ jersey }) => jersey === 'general');
    expect(hopes.map(({ bib, wears }) => [bib, wears])).toEqual(bibs.slice(0, 5).map((bib, i) => [bib, i === 0]));
    expect(hopes.every(({ canStillWin }) => canStillWin)).toBe(true);
  });

  it('the same of a jersey, as the same object, as long as nothing changes', () => {
    const one = day();
    const thinker = createThinker(recordedPast);
    const hopesAt = (s: number) => ofKind(thinker.think(one.until(s, 5), one.engine.roadTimes()), 'jersey');
    const first = hopesAt(120);
    expect(first.length).toBeGreaterThan(0);
    for (let s = 125; s < 400; s += 5) expect(hopesAt(s).every((hope, i) => hope === first[i])).toBe(true);
  });
});
