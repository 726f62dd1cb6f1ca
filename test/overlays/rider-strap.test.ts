import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/rider-strap/manifest.ts';
import { select } from '../../overlays/rider-strap/select.ts';
import type { Race } from '../../src/race/race.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { Rider, Sheet } from '../../src/race/sheet.ts';
import { seeing, type Told } from './seen.ts';
import { finisher, reading, run, trial } from './trial.ts';

const strap = seeing(manifest, select);
const breakaway = situation({
  headKm: 100,
  jerseys: { mountain: '33', points: '33' },
  groups: [
    { kind: 'head', bibs: ['33', '12', '54', '61', '5'] },
    { kind: 'chasers', bibs: ['24'], gapS: 83 },
    { kind: 'rest', bibs: ['71', '72', '73'], gapS: 120 },
    { kind: 'peloton', bibs: ['1', '2'], gapS: 254, estimated: true },
  ],
});
const withSheet = (over: Partial<Sheet>, race: Race = breakaway): Race => ({
  ...race,
  sheet: { ...race.sheet, ...over },
});
const withRider = (over: Partial<Rider>, race?: Race) => {
  const { riders } = breakaway.sheet;
  return withSheet({ riders: new Map([...riders, ['24', { ...riders.get('24')!, ...over }]]) }, race);
};
const of = (bib: string, race: Race = breakaway, told: Told = {}) =>
  strap.of(race, { ...told, params: { bib, ...told.params } });

const factIn = (race: Race, bib: string, told: Told = {}) => of(bib, race, { ...told, params: { fact: 'group' } }).fact;

describe('the strap', () => {
  it('is one rider: bib, given name, FAMILY, nation, team', () => {
    expect(of('24')).toMatchObject({
      bib: '24',
      given: 'Matěj',
      family: 'DVOŘÁČEK',
      nation: 'CZE',
      team: ['Team COR', 'COR'],
    });
  });

  it('finds him by what was typed', () => {
    expect(of(' 24 ').bib).toBe('24');
    expect(strap.whyNot(breakaway, { params: { bib: ' ' } })).toBe('no bib is given');
    expect(strap.whyNot(breakaway, { params: { bib: '999' } })).toBe('nobody wears bib 999');
  });

  it('knows him by one name where he has one, and his team by its code where it has no other', () => {
    expect(of('24', withRider({ given: 'Anacleto', family: '' }))).toMatchObject({ given: '', family: 'Anacleto' });
    expect(of('24', withRider({ given: '', family: 'Weiß' }))).toMatchObject({ given: '', family: 'WEISS' });
    expect(of('24', withRider({ team: 'XYZ' })).team).toEqual(['XYZ']);
  });

  it('says how old he is on the day of the race, where that is known', () => {
    const age = (born: string | null, told?: Told) => of('24', withRider({ born }), told).age;
    expect(['1998-07-03', '1998-07-04', '1998-07-05', null, 'unknown'].map((born) => age(born))).toEqual([
      ...['28 years', '28 years', '27 years', '', ''],
    ]);
    expect(age('1998-12-01', { edition: { language: 'es' } })).toBe('27 años');
  });

  it('shows the first jersey that he wears, and the kit of a team that has one', () => {
    expect(of('33').jersey?.letter).toBe('P');
    expect(of('24').jersey).toBeNull();
    expect(of('24').colors).toHaveLength(2);
    expect(of('71').colors).toBeNull();
  });
});

describe('what is said of him', () => {
  const general = [
    { bib: '12', behindS: 0 },
    { bib: '7', behindS: 20 },
    { bib: '24', behindS: 83 },
    { bib: '1', behindS: 83 },
  ];
  const classified = withSheet({ general });
  const fact = (bib: string, params: Told['params'], told: Told = {}, race = classified) =>
    of(bib, race, { ...told, params: { ...params } }).fact;

  it('is his place this morning and what he is behind', () => {
    const asked = { fact: 'general' };
    expect(fact('24', asked)).toEqual({ lead: 'General classification', text: `3rd · +1'23"` });
    expect(fact('12', asked)).toEqual({ lead: 'General classification', text: '1st' });
    expect(fact('33', asked)).toBeNull();
  });

  it('is his group and its gap', () => {
    const asked = { fact: 'group' };
    expect(fact('12', asked)).toEqual({ lead: 'Head of the race', text: '' });
    expect(fact('24', asked)).toEqual({ lead: 'Chaser', text: `+1'23"`, gapOf: 'g2' });
    expect(fact('1', asked)).toEqual({ lead: 'Peloton', text: `~4'14"`, gapOf: 'g4' });
  });

  it('is his time and place in a time trial, or how he stands now', () => {
    const riding = [run('1', { toHotSeat: reading(-8) }), run('2', { virtualGap: reading(12, 'estimated') })];
    const race = trial([finisher('33', 1834), finisher('12', 1851)], riding);
    expect(factIn(race, '12')).toEqual({ lead: 'Time trial', text: `30'51" · 2nd` });
    expect(factIn(race, '1')).toEqual({ lead: 'Virtual', text: '−8"' });
    expect(factIn(race, '2')).toEqual({ lead: 'Virtual', text: '~12"' });
    expect(factIn(race, '98')).toBeNull();
    expect(factIn(race, '1', { news: 'old' })).toBeNull();
    expect(factIn(race, '12', { news: 'old' })?.text).toBe(`30'51" · 2nd`);
    expect(factIn({ ...race, confirmed: [] }, '12')).toBeNull();
    expect(factIn({ ...race, confirmed: [] }, '1')).toEqual({ lead: 'Virtual', text: '−8"' });
    const found = { ...finisher('33', 1834), finishOrigin: 'estimated' as const };
    expect(factIn(trial([found], []), '33')?.text).toBe(`~30'34" · 1st`);
  });

  it('is for how long he is in front, from ten minutes on', () => {
    const since = (minutes: number): Race => {
      const [head, ...others] = classified.groups;
      return { ...classified, groups: [{ ...head!, sinceMs: classified.atMs - minutes * 60_000 }, ...others] };
    };
    const asked = { fact: 'group' };
    expect(fact('12', asked, {}, since(9))?.text).toBe('');
    expect(fact('12', asked, {}, since(42))?.text).toBe('in front for 42 min');
    expect(fact('12', asked, {}, since(132))?.text).toBe('in front for 2h12');
  });

  it('is nothing of his group where he is in none that has a name, or nobody knows where he is', () => {
    expect(fact('71', { fact: 'group' })).toBeNull();
    expect(fact('8', { fact: 'group' })).toBeNull();
  });

  it('is nothing of his group where the news is old, the race is not on, or all ride together', () => {
    const asked = { fact: 'group' };
    expect(fact('24', asked, { news: 'ageing' })).not.toBeNull();
    expect(fact('24', asked, { news: 'old' })).toBeNull();
    expect(fact('24', asked, {}, { ...classified, phase: 'neutral' })).toBeNull();
    expect(fact('24', asked, {}, { ...classified, groups: classified.groups.slice(1, 2) })).toBeNull();
  });

  it('is nothing of where he is now during a replay: his own line, else his place', () => {
    expect(factIn(breakaway, '24', { replay: true })).toBeNull();
    const general = [{ bib: '24', behindS: 0 }];
    const best = (replay: boolean) => of('24', withSheet({ general }), { replay }).fact;
    expect([best(false)?.lead, best(true)?.lead]).toEqual(['Chaser', 'General classification']);
    expect(of('24', breakaway, { replay: true, params: { line: 'Attacks!' } }).fact?.text).toBe('Attacks!');
  });

  it('is the line of the operator', () => {
    expect(fact('24', { fact: 'own', line: '  Won here in 2024 ' })).toEqual({ lead: '', text: 'Won here in 2024' });
    expect(fact('24', { fact: 'own', line: ' ' })).toBeNull();
  });

  it('is by itself his own line, else his group, else his place', () => {
    expect(fact('24', { line: 'Won here' })).toEqual({ lead: '', text: 'Won here' });
    expect(fact('24', {})?.lead).toBe('Chaser');
    expect(fact('7', {})).toEqual({ lead: 'General classification', text: '2nd · +20"' });
    expect(fact('8', {})).toBeNull();
  });

  it('is nothing where the operator wants nothing', () => {
    expect(fact('24', { fact: 'none', line: 'Won here' })).toBeNull();
  });
});
