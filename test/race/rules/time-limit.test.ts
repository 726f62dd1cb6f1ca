import { describe, expect, it } from 'vitest';
import { giro2025 } from '../../../src/race/rules/presets/giro-2025.ts';
import { neutral } from '../../../src/race/rules/presets/neutral.ts';
import { tour2023 } from '../../../src/race/rules/presets/tour-2023.ts';
import { tour2025 } from '../../../src/race/rules/presets/tour-2025.ts';
import { limitPct, timeLimit } from '../../../src/race/rules/time-limit.ts';

describe('time limit', () => {
  // Tour de France rules 2023.
  it.each([
    ['1', 36, 4],
    ['1', 45.5, 9],
    ['1', 50, 11],
    ['1', 50.1, 12],
    ['2', 35, 6],
    ['2', 46.1, 18],
    ['3', 43.9, 19],
    ['3', 44.1, 20],
    ['4', 29, 7],
    ['4', 40.1, 18],
    ['5', 29.5, 11],
    ['5', 36.5, 18],
    ['6', 48, 33],
  ])('Tour 2023, coefficient %s at %s km/h: %s %%', (coefficient, kph, pct) => {
    expect(limitPct(tour2023.timeLimit.tables[coefficient]!, kph)).toBe(pct);
  });

  // oasport.it, Giro 2020.
  it.each([
    ['a', 40, 7],
    ['a', 44, 8],
    ['a', 45.1, 10],
    ['c', 36, 12],
    ['d', 35, 18],
    ['d, under 150 km', 32, 21],
  ])('Giro, category %s at %s km/h: %s %%', (category, kph, pct) => {
    expect(limitPct(giro2025.timeLimit.tables[category]!, kph)).toBe(pct);
  });

  it('adds the percentage to the time of the winner: 17 % of 3 h 09 is 32 min 08', () => {
    // tour-magazin.de, 19 June 2015: the stage to Alpe d'Huez, 110.5 km.
    const rules = { ...neutral.timeLimit, juryPct: 17 };
    expect(timeLimit(rules, 'mountain', 3 * 3600 + 9 * 60, 110_500)).toEqual({ pct: 17, behindS: 32 * 60 + 8 });
  });

  it('lets the jury raise it: 40 % of 26 min at Peyragudes is 10 min 24', () => {
    // rmcsport.bfmtv.com, 18 July 2025.
    const uphill = { ...tour2025.timeLimit, table: { ...tour2025.timeLimit.table, 'time-trial': 'uphill' } };
    expect(timeLimit(uphill, 'time-trial', 26 * 60, 10_900)?.pct).toBe(33);
    expect(timeLimit({ ...uphill, juryPct: 40 }, 'time-trial', 26 * 60, 10_900)).toEqual({ pct: 40, behindS: 624 });
  });

  it('picks the table of the type of stage by the average speed', () => {
    // 182 km in 4 h is 45.5 km/h: 9 % of 4 h.
    expect(timeLimit(tour2023.timeLimit, 'flat', 4 * 3600, 182_000)).toEqual({ pct: 9, behindS: 1296 });
  });

  it('is not known where the race has not said', () => {
    expect(timeLimit(neutral.timeLimit, 'flat', 4 * 3600, 182_000)).toBeNull();
    expect(timeLimit(tour2025.timeLimit, 'flat', 4 * 3600, 182_000)).toBeNull();
  });
});
