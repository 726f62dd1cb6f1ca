import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutral } from '../../../src/race/rules/presets/neutral.ts';
import { parisNice2024 } from '../../../src/race/rules/presets/paris-nice-2024.ts';
import { teamTimes } from '../../../src/race/rules/team-times.ts';

const CLASSIC = neutral.teamTimeTrial;
const FIRST_RIDER = parisNice2024.teamTimeTrial;
const arrivals = [1800.2, 1800.5, 1800.9, 1801.4, 1801.9, 1815.0].map((timeS, i) => ({ bib: `${i + 1}`, timeS }));
const times = (rules: typeof CLASSIC) => teamTimes(arrivals, rules, 1);

describe('team time trial', () => {
  it('by the classic rule: the fourth rider stops the clock, his company gets his time, the dropped their own', () => {
    expect(times(CLASSIC)).toMatchObject({ timeS: 1801.4, clockBib: '4' });
    expect(times(CLASSIC).riders.map(({ timeS }) => timeS)).toEqual([1801.4, 1801.4, 1801.4, 1801.4, 1801.4, 1815.0]);
  });

  it('as in Paris-Nice: the first rider stops the clock, the others get his time only without a split', () => {
    const split = [1800.2, 1800.5, 1802.0, 1802.3].map((timeS, i) => ({ bib: `${i + 1}`, timeS }));
    const result = teamTimes(split, FIRST_RIDER, 1);
    expect(result).toMatchObject({ timeS: 1800.2, clockBib: '1' });
    expect(result.riders.map(({ timeS }) => timeS)).toEqual([1800.2, 1800.2, 1802.0, 1802.3]);
  });

  it('has no time before the rider who counts has come', () => {
    expect(teamTimes(arrivals.slice(0, 3), CLASSIC, 1)).toEqual({ timeS: null, clockBib: null, riders: [] });
  });

  it('gives everybody a time, by the individual rule never a worse one than was ridden', () => {
    const ridden = fc.array(fc.integer({ min: 1_000_000, max: 1_100_000 }), { minLength: 4, maxLength: 8 });
    fc.assert(
      fc.property(ridden, (ms) => {
        const team = ms.map((one, i) => ({ bib: `${i + 1}`, timeS: one / 1000 }));
        const { riders } = teamTimes(team, FIRST_RIDER, 1);
        expect(riders.map(({ bib }) => bib).sort()).toEqual(team.map(({ bib }) => bib).sort());
        for (const { bib, timeS } of riders) expect(timeS).toBeLessThanOrEqual(team[Number(bib) - 1]!.timeS);
      }),
    );
  });
});
