import { describe, expect, it } from 'vitest';
import { situation } from '../../src/race/sample/situation.ts';
import { race } from '../support/race.ts';
import { ridersIn, valuesIn } from './rows.ts';
import { bibs, breakaway, classified, groups, titleOf, tower } from './tower.ts';

describe('the tower', () => {
  it('has the places in order, from the head of the race', () => {
    const view = tower.of(breakaway);
    expect(ridersIn(view).map((row) => row.place)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(view.header).toEqual({ figure: '68.0', words: ['km to go', 'km'], beside: ['Gap'] });
  });

  it('is steady inside a group: as classified this morning, then by bib', () => {
    expect(bibs(tower.of(classified(breakaway, '33', '3')))).toEqual([33, 5, 12, 24, 3, 1, 2]);
  });

  it('says of the rest, several groups under one name, what each has lost, and in the order of the road', () => {
    const broken = situation({
      headKm: 100,
      groups: [
        { kind: 'head', bibs: ['33'] },
        { kind: 'rest', bibs: ['24', '12'], gapS: 83 },
      ],
    });
    const places = broken.places.map((one) => (one.bib === '12' ? { ...one, gapS: 121 } : one));
    const view = tower.of(classified({ ...broken, places }, '12', '24'));
    expect(bibs(view)).toEqual([33, 24, 12]);
    expect(valuesIn(view)).toEqual(['', '+1\'23"', '+2\'01"']);
    expect(new Set(view.rows.map(({ block }) => block)).size).toBe(2);
  });

  it('is as on the road where the operator asks for it, and else by bib where nobody is classified', () => {
    const onTheRoad = [33, 12, 5, 24, 3, 1, 2];
    expect(bibs(tower.of(situation({ headKm: 167.2, groups })))).toEqual([5, 12, 33, 24, 1, 2, 3]);
    expect(bibs(tower.of(breakaway))).toEqual([5, 12, 33, 24, 1, 2, 3]);
    expect(bibs(tower.of(breakaway, { params: { order: 'road' } }))).toEqual(onTheRoad);
    expect(bibs(tower.of(classified(breakaway, '5'), { params: { order: 'road' } }))).toEqual(onTheRoad);
  });

  it('gives each group its gap once, on its first row, and stands it together in its colour', () => {
    const { rows } = tower.of(breakaway);
    expect(valuesIn(tower.of(breakaway))).toEqual(['', '', '', `+1'23"`, `+4'14"`, '', '']);
    expect(rows.map(({ pole }) => pole?.kind)).toEqual([
      ...['head', 'head', 'head', 'chasers'],
      ...['peloton', 'peloton', 'peloton'],
    ]);
    expect(rows.map(({ block }) => block)).toEqual(['g1', 'g1', 'g1', 'g2', 'g3', 'g3', 'g3']);
  });

  it('gives intervals from group to group', () => {
    const view = tower.of(breakaway, { params: { mode: 'interval' } });
    expect(valuesIn(view)).toEqual(['', '', '', `+1'23"`, `+2'51"`, '', '']);
    expect(titleOf(view)).toBe('Interval');
  });

  it('marks what is estimated, and says nothing of what is not known', () => {
    const unsure = situation({
      headKm: 100,
      groups: [groups[0], { ...groups[1], estimated: true }, { ...groups[2], gapS: Number.NaN }],
    });
    expect(valuesIn(tower.of(unsure)).slice(3, 5)).toEqual([`~1'23"`, '–']);
  });

  it('is an estimate where a tracker is late, and where all the news is old', () => {
    const late = situation({ headKm: 100, groups, late: ['24'] });
    expect(valuesIn(tower.of(late))).toEqual(['', '', '', `~1'23"`, `+4'14"`, '', '']);
    expect(valuesIn(tower.of(breakaway, { news: 'ageing' }))[4]).toBe(`+4'14"`);
    expect(valuesIn(tower.of(breakaway, { news: 'old' }))).toEqual(['', '', '', `~1'23"`, `~4'14"`, '', '']);
  });

  it('leaves out who is silent or off the course', () => {
    const late = situation({ headKm: 100, groups, late: ['24'] });
    const places = late.places.map((one) => (one.bib === '12' ? { ...one, tracker: 'silent' as const } : one));
    expect(bibs(tower.of({ ...late, places }))).toEqual([5, 33, 24, 1, 2, 3]);
  });

  it('has names from long to short, a nation, jerseys, and the colours of a team that has some', () => {
    const race = situation({ headKm: 100, groups: [{ kind: 'head', bibs: ['1', '71'] }], jerseys: { general: '1' } });
    expect(ridersIn(tower.of(race))).toMatchObject([
      { names: ['M. AUBERTIN', 'AUBERTIN'], nation: 'FRA', jerseys: [{ letter: 'G' }], colors: [{}, {}] },
      { names: ['IJ. IJZERMAN', 'IJZERMAN'], nation: 'NED', jerseys: [], colors: null },
    ]);
  });

  it('has nothing to say when nobody is located', () => {
    expect(tower.whyNot(race())).toBe('no rider is located');
  });
});
