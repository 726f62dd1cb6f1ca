import { describe, expect, it } from 'vitest';
import type { Mark } from '../../../src/race/course/course.ts';
import { PRESETS } from '../../../src/race/rules/preset.ts';
import { bonusFor, pointsFor, prizesOf } from '../../../src/race/rules/prizes.ts';
import type { Rules } from '../../../src/race/rules/rules.ts';
import { rulesFrom } from '../../../src/race/rules/rules-from.ts';
import { course } from '../../support/race.ts';

const preset = (name: string): Rules => PRESETS.get(name)!;

describe.each([...PRESETS])('the preset %s', (_, rules) => {
  it('travels as JSON and is valid by its own check', () => {
    expect(rulesFrom(rules, JSON.parse(JSON.stringify(rules)))).toEqual({ ok: true, rules });
  });

  it('never gives a later place more', () => {
    for (const scale of scalesIn(rules)) expect(scale).toEqual(scale.toSorted((a, b) => b - a));
  });
});

describe('figures of the races', () => {
  it('jerseys: who leads the Tour rides in yellow, the Giro in pink, the Vuelta in red', () => {
    const looks = (name: string) => Object.values(preset(name).looks).join(' ');
    expect(looks('tour-2025')).toBe('yellow green red-dots white');
    expect(looks('giro-2025')).toBe('pink cyclamen blue white');
    expect(looks('vuelta-2025')).toBe('red green blue-dots white');
    expect(rulesFrom(preset('tour-2025'), { looks: { young: 'beige' } })).toMatchObject({
      ok: false,
      errors: [expect.stringMatching(/^rules\.looks\.young: must be one of yellow, pink, .* but is "beige"$/)],
    });
  });

  it('bonus seconds: 10, 6 and 4 at the finish, none against the clock', () => {
    for (const name of ['tour-2025', 'giro-2025', 'vuelta-2025']) {
      expect([1, 2, 3, 4].map((rank) => bonusFor(preset(name), 'mountain', rank))).toEqual([10, 6, 4, 0]);
      expect(bonusFor(preset(name), 'time-trial', 1)).toBe(0);
    }
  });

  it('bonus sprints: 8-5-2 in the Tour of 2023, none in 2025, 6-4-2 in the Giro of 2025', () => {
    expect(preset('tour-2023').bonusS.bonusSprint).toEqual([8, 5, 2]);
    expect(preset('tour-2025').bonusS.bonusSprint).toEqual([]);
    expect(preset('giro-2025').bonusS.bonusSprint).toEqual([6, 4, 2]);
  });

  it('points: the flat stage of the Tour gives 50, 30, 20 and on down to 2 for the fifteenth', () => {
    const flat = preset('tour-2025').points.finish.flat;
    expect([1, 2, 3, 15, 16].map((rank) => pointsFor(flat, rank))).toEqual([50, 30, 20, 2, 0]);
    expect(pointsFor(preset('giro-2025').points.finish.flat, 3)).toBe(25);
    expect(pointsFor(preset('vuelta-2025').points.sprint, 5)).toBe(10);
  });
});

describe('what a summit is worth', () => {
  const summit: Mark = { id: 'aigles', kind: 'summit', name: 'Col des Aigles', distanceM: 60_000 };
  const climbing = (category: 'HC' | '1', summitKm: number) =>
    course({ climbs: [{ name: 'Col des Aigles', category, summitKm, lengthKm: 8, gradientPct: 7, altitudeM: 1800 }] });
  const mountain = (rules: Rules, distanceM = 60_000, category: 'HC' | '1' = 'HC') =>
    prizesOf({ ...summit, distanceM }, climbing(category, distanceM / 1000), 'mountain', rules).mountain;
  const highest = (rules: Rules): Rules => ({
    ...rules,
    mountain: { ...rules.mountain, highest: { ...rules.mountain.highest, climb: 'Col des Aigles' } },
  });

  it('Tour: 20-15-12-10-8-6-4-2 at an HC summit, doubled on the highest of the race', () => {
    expect(mountain(preset('tour-2025'))).toEqual([20, 15, 12, 10, 8, 6, 4, 2]);
    expect(mountain(highest(preset('tour-2025')))).toEqual([40, 30, 24, 20, 16, 12, 8, 4]);
  });

  it('knows the highest by its id, too', () => {
    const { mountain: rules } = preset('tour-2025');
    const byId = { ...preset('tour-2025'), mountain: { ...rules, highest: { ...rules.highest, climb: 'climb-1' } } };
    expect(mountain(byId)[0]).toBe(40);
  });

  it('Giro: 40 at a first-category summit, 50 at a finish there, and the Cima Coppi has a scale of its own', () => {
    expect(mountain(preset('giro-2025'), 60_000, '1')[0]).toBe(40);
    expect(mountain(preset('giro-2025'), 110_000, '1')).toEqual([50, 24, 16, 9, 6, 4, 2, 1]);
    expect(mountain(highest(preset('giro-2025')), 60_000, '1')).toEqual([50, 30, 20, 14, 10, 6, 4, 2, 1]);
  });

  it('Vuelta: the Cima Alberto Fernández gives 20-15-10-6-4-2', () => {
    expect(mountain(highest(preset('vuelta-2025')))).toEqual([20, 15, 10, 6, 4, 2]);
  });

  it('is nothing where the course knows no climb', () => {
    expect(
      prizesOf(summit, course({ elevation: [{ km: 0, altitudeM: 0 }] }), 'flat', preset('tour-2025')).mountain,
    ).toEqual([]);
  });
});

function scalesIn(value: unknown): number[][] {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'number') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(scalesIn) : [];
}
