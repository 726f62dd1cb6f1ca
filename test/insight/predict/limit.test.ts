import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../../src/insight/estimate.ts';
import { isAtRisk, timeLimits } from '../../../src/insight/predict/limit.ts';
import { tour2023 } from '../../../src/race/rules/presets/tour-2023.ts';
import { group, place, race, START_MS, sheet } from '../../support/race.ts';

/** 110 km, flat: coefficient 1 of the Tour 2023. */
const papers = sheet({ rules: tour2023 });
const HOUR_S = 3600;
const about = (second: number, halfS = 0, mostS = 2 * halfS): Estimate => {
  const value = START_MS + second * 1000;
  const band = (s: number) => ({ low: value - s * 1000, high: value + s * 1000 });
  return { value, half: band(halfS), most: band(mostS) };
};
const groups = [
  group({ id: 'g1', kind: 'head', bibs: ['1'], frontM: 100_000 }),
  group({ id: 'g2', bibs: ['2', '3'], frontM: 98_000 }),
  group({ id: 'g3', kind: 'gruppetto', bibs: ['4'], frontM: 95_000 }),
];
const onRoad = race({ sheet: papers, groups, atMs: START_MS + 2 * HOUR_S * 1000 });
const arrivals =
  (known: Readonly<Record<string, Estimate>>) =>
  (id: string): Estimate | null =>
    known[id] ?? null;

describe('the time limit', () => {
  it('by the winner who is expected: 2 h 35 for 110 km are 42.6 km/h, 8 %', () => {
    const arrivalOf = arrivals({ g1: about(9300, 30), g2: about(9600, 40), g3: about(10_024, 60) });
    const [second, last, ...others] = timeLimits({ race: onRoad, arrivalOf });
    expect(others).toEqual([]);
    const limitMs = START_MS + 10_044 * 1000;
    expect(second).toMatchObject({ id: 'limit g2', group: 'g2', limitMs, silent: null });
    expect(second!.estimate!.value).toBe(444);
    expect(second!.because).toEqual([
      { of: 'behind', value: 300 },
      { of: 'to go', value: 12 },
    ]);
    // 30 s earlier the limit is 32 s earlier; 40 s later he comes.
    expect(second!.estimate!.half.low).toBeCloseTo(444 - Math.hypot(32, 40), 0);
    expect(last!.estimate!.value).toBe(20);
    expect([second, last].map((one) => isAtRisk(one!))).toEqual([false, true]);
  });

  it('by the winner who has come, exactly; who follows is behind, whoever was the head', () => {
    const finish = { value: 0, atMs: START_MS + 8800 * 1000, origin: 'timed' } as const;
    const won = {
      ...onRoad,
      groups: groups.slice(1),
      places: [place('1', { status: 'finished', finish }), place('2'), place('9', { finish, lapsDown: 1 })],
    };
    const [second, last] = timeLimits({ race: won, arrivalOf: arrivals({ g2: about(9000), g3: about(9600, 20) }) });
    // 45 km/h: 9 %.
    expect(second!.limitMs).toBe(START_MS + (8800 + 792) * 1000);
    expect(second!.estimate).toEqual({ value: 592, half: { low: 592, high: 592 }, most: { low: 592, high: 592 } });
    expect(last!.estimate).toMatchObject({ value: -8, most: { low: -48, high: 32 } });
    expect(isAtRisk(last!)).toBe(true);
  });

  it('is silent of a group that nobody expects, and of all while nobody expects the winner', () => {
    const some = timeLimits({ race: onRoad, arrivalOf: arrivals({ g1: about(9000), g3: about(9700) }) });
    expect(some.map(({ silent }) => silent)).toEqual(['no history', null]);
    expect(some[0]!.limitMs).toBe(START_MS + 9720 * 1000);
    const none = timeLimits({ race: onRoad, arrivalOf: arrivals({ g3: about(9700) }) });
    expect(none.map(({ silent, estimate }) => [silent, estimate])).toEqual([
      ['no history', null],
      ['no history', null],
    ]);
  });

  it('is none where the race has said none, or no start, or does not race', () => {
    const arrivalOf = () => about(9000);
    const with_ = (over: Partial<typeof onRoad>) => timeLimits({ race: { ...onRoad, ...over }, arrivalOf });
    expect(with_({ sheet: sheet() })).toEqual([]);
    expect(timeLimits({ race: { ...onRoad, sheet: sheet() }, arrivalOf: () => null })).toEqual([]);
    expect(with_({ sheet: { ...papers, info: { ...papers.info, startMs: null } } })).toEqual([]);
    expect(with_({ sheet: { ...papers, info: { ...papers.info, type: 'time-trial' } } })).toEqual([]);
    expect(with_({ phase: 'finished' })).toEqual([]);
    expect(with_({ groups: [] })).toEqual([]);
    expect(with_({})).toHaveLength(2);
  });

  it('the jury moves it', () => {
    const juryPct = { ...tour2023, timeLimit: { ...tour2023.timeLimit, juryPct: 20 } };
    const raised = { ...onRoad, sheet: { ...papers, rules: juryPct } };
    expect(timeLimits({ race: raised, arrivalOf: () => about(9000) })[0]!.limitMs).toBe(START_MS + 10_800 * 1000);
  });

  it('the range holds every winner that is expected, also where the table leaps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7500, max: 11_500 }), fc.integer({ min: 0, max: 400 }), (winnerS, mostS) => {
        const arrival = about(winnerS + 600);
        const ofWinner = (won: Estimate) =>
          timeLimits({ race: onRoad, arrivalOf: arrivals({ g1: won, g2: arrival, g3: arrival }) })[0]!.estimate!;
        const { most } = ofWinner(about(winnerS, mostS / 2, mostS));
        for (let i = 0; i <= 8; i += 1) {
          const { value } = ofWinner(about(winnerS - mostS + (i * mostS) / 4));
          expect(value).toBeGreaterThanOrEqual(most.low - 1e-6);
          expect(value).toBeLessThanOrEqual(most.high + 1e-6);
        }
      }),
    );
  });
});
