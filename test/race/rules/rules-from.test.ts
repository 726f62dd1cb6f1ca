import { describe, expect, it } from 'vitest';
import { rulesOf } from '../../../src/race/rules/preset.ts';
import { tour2023 } from '../../../src/race/rules/presets/tour-2023.ts';
import { rulesFrom } from '../../../src/race/rules/rules-from.ts';

const errorsOf = (own: unknown) => {
  const result = rulesFrom(tour2023, own);
  return result.ok ? [] : result.errors;
};

describe("a race's own rules over a preset", () => {
  it('replaces what is named and keeps all else', () => {
    const result = rulesFrom(tour2023, {
      name: 'Tour of the Two Valleys',
      bonusS: { finish: { hilly: [5, 3, 1] } },
      mountain: { highest: { climb: 'Col des Aigles' } },
      timeLimit: { juryPct: 25, table: { flat: null, hilly: '2' } },
    });
    expect(result.ok && result.rules).toEqual({
      ...tour2023,
      name: 'Tour of the Two Valleys',
      bonusS: { ...tour2023.bonusS, finish: { ...tour2023.bonusS.finish, hilly: [5, 3, 1] } },
      mountain: { ...tour2023.mountain, highest: { ...tour2023.mountain.highest, climb: 'Col des Aigles' } },
      timeLimit: { ...tour2023.timeLimit, juryPct: 25, table: { ...tour2023.timeLimit.table, flat: null, hilly: '2' } },
    });
  });

  it('changes nothing where nothing is said', () => {
    expect(rulesFrom(tour2023, {})).toEqual({ ok: true, rules: tour2023 });
  });

  it('takes a table of its own', () => {
    const table = [
      { uptoKph: 40, pct: 8 },
      { uptoKph: null, pct: 12 },
    ];
    const result = rulesFrom(tour2023, { timeLimit: { tables: { own: table }, table: { flat: 'own' } } });
    expect(result.ok && result.rules.timeLimit.tables.own).toEqual(table);
    expect(result.ok && result.rules.timeLimit.tables['1']).toEqual(tour2023.timeLimit.tables['1']);
  });

  it('names an unknown field by its path, and what is known there', () => {
    expect(errorsOf({ bonusS: { finsh: {} } })).toEqual([
      'rules.bonusS.finsh: unknown field; known are finish, sprint, bonusSprint',
    ]);
    expect(errorsOf({ points: { finish: { mountains: [] } } })[0]).toBe(
      'rules.points.finish.mountains: unknown field; known are flat, hilly, mountain, time-trial, team-time-trial, circuit',
    );
  });

  it.each([
    [{ bonusS: { sprint: 'three' } }, 'rules.bonusS.sprint: must be a list of numbers from 0 on, but is "three"'],
    [{ bonusS: { sprint: [3, -1] } }, 'rules.bonusS.sprint: must be a list of numbers from 0 on, but is [3,-1]'],
    [{ splitS: { flat: '3' } }, 'rules.splitS.flat: must be a number from 0 on, but is "3"'],
    [{ protection: { soloCrash: 1 } }, 'rules.protection.soloCrash: must be true or false, but is 1'],
    [{ youngMaxAge: 25.5 }, 'rules.youngMaxAge: must be a whole number from 1 on, but is 25.5'],
    [
      { teamTimeTrial: { generalBy: 'both' } },
      'rules.teamTimeTrial.generalBy: must be one of team, individual, but is "both"',
    ],
    [{ mountain: [] }, 'rules.mountain: must be an object, but is []'],
    [null, 'rules: must be an object, but is null'],
    [
      { timeLimit: { table: { flat: '9' } } },
      'rules.timeLimit.table.flat: there is no table "9"; known are 1, 2, 3, 4, 5, 6',
    ],
    [
      {
        timeLimit: {
          tables: {
            own: [
              { uptoKph: null, pct: 8 },
              { uptoKph: 40, pct: 9 },
            ],
          },
        },
      },
      'rules.timeLimit.tables.own: must be a list of { uptoKph, pct } in rising order, uptoKph null for any speed, ' +
        'but is [{"uptoKph":null,"pct":8},{"uptoKph":40,"pct":9}]',
    ],
  ])('refuses %j', (own, error) => {
    expect(errorsOf(own)).toEqual([error]);
  });

  it('tells every mistake at once', () => {
    expect(errorsOf({ nmae: 'x', splitS: { flat: -1 }, youngMaxAge: 0 })).toHaveLength(3);
  });

  it('does not take inherited names for fields', () => {
    expect(errorsOf(JSON.parse('{"__proto__": {}, "constructor": {}}'))).toHaveLength(2);
  });

  it('begins with a preset by name', () => {
    expect(rulesOf('tour-2023', { name: 'Ours' })).toMatchObject({
      ok: true,
      rules: { name: 'Ours', youngMaxAge: 25 },
    });
    expect(rulesOf('tour-1903')).toEqual({
      ok: false,
      errors: [expect.stringMatching(/^rules: there is no preset "tour-1903"; known are neutral, tour-2023, /)],
    });
  });
});
