import { describe, expect, it } from 'vitest';
import { isOverridePath, type OverridePath, subjectOf } from '../../../src/race/overrides/override.ts';
import { readOverride, wrongUntil } from '../../../src/race/overrides/read-override.ts';
import { situation } from '../../../src/race/sample/situation.ts';

const race = situation({
  headKm: 100,
  groups: [
    { kind: 'head', bibs: ['33', '12'] },
    { kind: 'peloton', bibs: 20, gapS: 100 },
  ],
});
const team = race.sheet.riders.get('33')!.team;
const value = (path: OverridePath, typed: string) => {
  const read = readOverride(race, path, typed);
  return read.ok ? read.value : read.error;
};

describe('what a hand writes', () => {
  it.each<[OverridePath, string, string]>([
    ['rider/33/family', ' Šafránek ', 'Šafránek'],
    ['rider/33/family', 'van\tder\nHoorn\0', 'van der Hoorn'],
    ['rider/33/family', '\u202eRoglič\u200b', 'Roglič'],
    ['rider/33/nation', 'CZE', 'CZE'],
    ['rider/33/team', team, team],
    ['rider/33/hidden', 'yes', 'yes'],
    ['rider/33/place', '2', '2'],
    ['rider/33/general', "+1'20", '80'],
    ['rider/33/general', '1:20', '80'],
    ['rider/33/young', '80', '80'],
    ['rider/33/general', "1h02'05", '3725'],
    ['rider/33/general', "23h59'59", '86399'],
    ['rider/33/points', '120', '120'],
    [`team/${team}/kit`, '#1A2B3C  #ffffff', '#1a2b3c #ffffff'],
    ['jersey/points', '12', '12'],
    ['jersey/points', '', ''],
    ['look/general', 'pink', 'pink'],
    [`group/${race.groups[1]!.id}/name`, 'Bunch', 'Bunch'],
    ['race/to-go', '42,3 km', '42.3'],
  ])('%s: "%s" is kept as "%s"', (path, typed, kept) => {
    expect(value(path, typed)).toBe(kept);
  });

  it.each<[OverridePath, string, RegExp]>([
    ['rider/4711/family', 'X', /^"4711" is the number of no rider/],
    ['rider/33/nation', 'Germany', /three capitals/],
    ['rider/33/team', 'MOON', /^There is no team "MOON"; there are /],
    ['rider/33/hidden', 'no', /is hidden by "yes"/],
    ['rider/33/place', '0', /no place on the road: they go from 1 to \d+\.$/],
    ['rider/33/place', '999', /no place on the road/],
    ['rider/33/general', 'soon', /no time behind the first/],
    ['rider/33/general', "1'75", /no time behind the first/],
    ['rider/33/general', '9'.repeat(70), /no time behind the first/],
    ['rider/33/general', "24h00'01", /no time behind the first/],
    ['rider/33/family', '\u200b\0', /^Nothing of that can be seen/],
    ['rider/33/points', '-1', /no number of points/],
    ['team/MOON/kit', '#112233', /no team "MOON"/],
    [`team/${team}/kit`, 'red', /no kit: write its two colours/],
    ['jersey/points', '4711', /number of no rider/],
    ['look/general', 'beige', /^A jersey is yellow, pink/],
    ['group/gone/name', 'X', /no group "gone"/],
    ['race/to-go', 'far', /no distance to go/],
    ['race/to-go', '4000', /^The course has \d+\.\d km\.$/],
    ['rider/33/family', 'x'.repeat(81), /longer than 80 letters/],
  ])('%s: "%s" is refused in one sentence', (path, typed, why) => {
    expect(value(path, typed)).toMatch(why);
  });

  it('puts nobody in a place against the clock, and says no distance there', () => {
    const trial = { ...race, sheet: { ...race.sheet, info: { ...race.sheet.info, type: 'time-trial' as const } } };
    for (const path of ['rider/33/place', 'race/to-go'] as const)
      expect(readOverride(trial, path, '1')).toEqual({ ok: false, error: expect.stringMatching(/^Against the clock/) });
  });

  it('says no distance behind the line', () => {
    const finish = { value: 0, atMs: race.atMs, origin: 'gps' as const };
    const [first, ...others] = race.places;
    const over = { ...race, places: [{ ...first!, finish }, ...others] };
    expect(readOverride(over, 'race/to-go', '5')).toEqual({
      ok: false,
      error: expect.stringMatching(/crossed the line/),
    });
  });

  it('holds a distance for minutes or the stage, never until it changes', () => {
    expect(wrongUntil('race/to-go', 'feed')).toMatch(/changes all the time/);
    expect(wrongUntil('race/to-go', 'stage')).toBeNull();
    expect(wrongUntil('rider/33/family', 'feed')).toBeNull();
  });
});

describe('the path of a word', () => {
  it('is read in its parts, and nothing else is one', () => {
    expect(subjectOf('rider/12A/family')).toEqual({ of: 'rider', bib: '12A', field: 'family' });
    expect(subjectOf('team/UAE/kit')).toEqual({ of: 'kit', team: 'UAE' });
    expect(subjectOf('jersey/young')).toEqual({ of: 'jersey', kind: 'young' });
    expect(subjectOf('group/slate-1/name')).toEqual({ of: 'group', group: 'slate-1' });
    for (const path of [
      '',
      'rider/1',
      'rider//family',
      'rider/1/height',
      'team/UAE',
      'jersey/sprint',
      'jersey/young/x',
      'race',
    ])
      expect(isOverridePath(path), path).toBe(false);
  });
});
