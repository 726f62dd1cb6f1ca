import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/position-tower/manifest.ts';
import { select } from '../../overlays/position-tower/select.ts';
import type { Place } from '../../src/race/place.ts';
import type { Race } from '../../src/race/race.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { StageRow } from '../../src/race/standings/tables.ts';
import type { Layer } from '../../src/show/zones.ts';
import type { StackView } from '../../src/stage/kit/stack/stack-view.ts';
import { place, race, START_MS } from '../support/race.ts';
import { namesIn, ridersIn, valuesIn } from './rows.ts';
import { seeing } from './seen.ts';

const tower = seeing(manifest, select);
const groups = [
  { kind: 'head', bibs: ['33', '12', '5'] },
  { kind: 'chasers', bibs: ['24'], gapS: 83 },
  { kind: 'peloton', bibs: ['3', '1', '2'], gapS: 254 },
] as const;
const breakaway = situation({ headKm: 100, groups, jerseys: { general: '1' } });

const bibs = (view: StackView) => ridersIn(view).map(({ key }) => Number(key));
const titleOf = ({ header }: StackView) => header.beside[0];
/** The same race, and how it stood this morning. */
const classified = (race: Race, ...general: readonly string[]): Race => ({
  ...race,
  sheet: { ...race.sheet, general: general.map((bib, i) => ({ bib, behindS: i * 7 })) },
});

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

  it('folds a group to four names and how many more ride in it', () => {
    const big = situation({
      headKm: 100,
      groups: [
        { kind: 'head', bibs: ['33', '12', '5', '24', '61'] },
        { kind: 'peloton', bibs: 46, gapS: 30 },
      ],
    });
    const view = tower.of(classified(big, '61', '3'));
    expect(view.rows.map(({ kind }) => kind)).toEqual([
      ...Array(5).fill('rider'),
      ...['rider', 'rider', 'rider', 'rider', 'more'],
    ]);
    expect(bibs(view).slice(0, 6)).toEqual([61, 5, 12, 24, 33, 3]);
    expect(view.rows.at(-1)).toMatchObject({ block: 'g2', pole: { kind: 'peloton' } });
    expect(namesIn(view).at(-1)).toEqual(['+ 42 riders', '+ 42']);
    expect(namesIn(tower.of(classified(big, '61'), { edition: { language: 'it' } })).at(-1)?.[0]).toBe(
      '+ 42 corridori',
    );
    expect(ridersIn(tower.of(classified(big, '61'), { params: { groups: 'all' } }))).toHaveLength(12);
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

  it('turns its pages, and stays on the last one', () => {
    const told = { params: { rows: 5, groups: 'all', order: 'road' } };
    expect(bibs(tower.of(breakaway, { ...told, step: 0 }))).toEqual([33, 12, 5, 24, 3]);
    expect(bibs(tower.of(breakaway, { ...told, step: 1 }))).toEqual([5, 24, 3, 1, 2]);
    expect(bibs(tower.of(breakaway, { ...told, step: 7 }))).toEqual([5, 24, 3, 1, 2]);
  });

  it('gives the first of a page the time of his group', () => {
    const many = situation({ headKm: 100, groups: [groups[0], { kind: 'peloton', bibs: 40, gapS: 30 }] });
    expect(valuesIn(tower.of(many, { params: { rows: 10, groups: 'all' }, step: 1 }))).toEqual([
      '+30"',
      ...Array(9).fill(''),
    ]);
  });

  it('is an estimate where a tracker is late, and where all the news is', () => {
    const late = situation({ headKm: 100, groups, late: ['24'] });
    expect(valuesIn(tower.of(late))).toEqual(['', '', '', `~1'23"`, `+4'14"`, '', '']);
    expect(valuesIn(tower.of(breakaway, { news: 'ageing' }))[4]).toBe(`+4'14"`);
    expect(valuesIn(tower.of(breakaway, { news: 'late' }))).toEqual(['', '', '', `~1'23"`, `~4'14"`, '', '']);
  });

  it('leaves out who is silent or off the course', () => {
    const late = situation({ headKm: 100, groups, late: ['24'] });
    const places = late.places.map((one) => (one.bib === '12' ? { ...one, tracker: 'silent' as const } : one));
    expect(bibs(tower.of({ ...late, places }))).toEqual([5, 33, 24, 1, 2, 3]);
  });

  it('gives the winner his time, and the others what they lost at the line', () => {
    const crossed = (bib: string, rank: number, gapS: number) =>
      place(bib, {
        rank,
        status: 'finished',
        gapS,
        gapOrigin: 'timed',
        finish: { value: gapS, atMs: START_MS + (15_153 + gapS) * 1000, origin: 'timed' },
      });
    const places = [crossed('33', 1, 0), crossed('12', 2, 0), crossed('5', 3, 41), crossed('24', 4, 41.2)];
    const view = tower.of({ ...breakaway, groups: [], places });
    expect(bibs(view)).toEqual([33, 12, 5, 24]);
    expect(valuesIn(view)).toEqual([`4h12'33"`, '', '+41"', '']);
    expect(view.header).toMatchObject({ figure: '', words: ['Finish'] });
  });

  describe('once riders have finished', () => {
    const atLine = (bib: string, rank: number | null, gapS: number, origin: 'gps' | 'estimated' = 'gps') =>
      place(bib, {
        rank,
        status: 'finished',
        gapS,
        gapOrigin: origin,
        finish: { value: gapS, atMs: START_MS + (15_153 + gapS) * 1000, origin },
      });
    const row = (bib: string, rank: number, gapS: number, state: StageRow['state'] = 'unofficial'): StageRow => ({
      bib,
      rank,
      gapS,
      state,
      origin: state === 'live' ? 'gps' : 'estimated',
    });
    const finished = (stage: StageRow[], places: Place[]) => ({
      ...breakaway,
      groups: [],
      places,
      standings: { ...breakaway.standings, stage },
    });

    it('gives them what the stage gives, not what a tracker saw of each, and marks an estimate', () => {
      const places = [atLine('33', 1, 0, 'estimated'), atLine('12', 2, 2.4), atLine('5', 3, 41), atLine('24', 4, 44)];
      const stage = [row('33', 1, 0), row('12', 2, 0), row('5', 3, 41), row('24', 4, 41), row('3', 5, 90, 'live')];
      const view = tower.of(finished(stage, places));
      expect(valuesIn(view)).toEqual([`~4h12'33"`, '', '~41"', '']);
      expect(valuesIn(tower.of(finished(stage, places), { params: { mode: 'interval' } }))[2]).toBe('~41"');
    });

    it('keeps what the line gave as it is, however old the news', () => {
      const places = [atLine('33', 1, 0), atLine('12', 2, 41), place('5', { rank: 3, gapS: 90, group: 'g1' })];
      const stage = [row('33', 1, 0), { ...row('12', 2, 41), origin: 'timed' as const }, row('5', 3, 90, 'live')];
      const gap = { value: 90, atMs: START_MS, origin: 'gps' } as const;
      const groups = breakaway.groups.slice(0, 1).map((group) => ({ ...group, bibs: ['5'], gap }));
      const race = { ...finished(stage, places), groups };
      expect(valuesIn(tower.of(race, { news: 'late' }))).toEqual([`4h12'33"`, '+41"', `~1'30"`]);
    });

    it('has the order of the result, and who has no tracker in it', () => {
      const stray = place('5', { rank: null, tracker: 'off', group: breakaway.groups[1]!.id });
      const places = [atLine('12', 2, 1), atLine('33', 1, 0), stray];
      const stage = [row('12', 1, 0), row('5', 2, 0), row('33', 3, 3)];
      const view = tower.of({ ...finished(stage, places), groups: breakaway.groups });
      expect(ridersIn(view).map(({ key, place: at }) => [key, at])).toEqual([
        ['12', '1'],
        ['5', '2'],
        ['33', '3'],
      ]);
      expect(valuesIn(view)).toEqual([`4h12'34"`, '', '~3"']);
      const page = { params: { rows: 5, mode: 'interval' } };
      expect(
        valuesIn(
          tower.of({ ...finished([row('12', 1, 0), row('5', 2, 7)], places), groups: breakaway.groups }, page),
        )[1],
      ).toBe('~7"');
    });

    it('gives who still arrives in a bunch the time that it will get', () => {
      const places = [atLine('33', 1, 0), place('12', { rank: 2, gapS: 4, group: 'g1' })];
      const race = finished([row('33', 1, 0), row('12', 2, 0, 'live')], places);
      const groups = breakaway.groups.slice(0, 1).map((group) => ({ ...group, id: 'g1', bibs: ['12'], gap: null }));
      expect(valuesIn(tower.of({ ...race, groups }))).toEqual([`4h12'33"`, 's.t.']);
    });

    it('gives the time since his own start against the clock', () => {
      const run = {
        bib: '33',
        startMs: START_MS,
        recovered: false,
        state: 'finished',
        splits: [],
        virtualGap: null,
        toBestFinisher: null,
        toHotSeat: null,
        finishS: 1714,
        finishOrigin: 'timed',
      } as const;
      const timeTrial = { starts: [], runs: [run], teams: [], hotSeat: null };
      const race = finished([row('33', 1, 0)], [atLine('33', 1, 0)]);
      expect(valuesIn(tower.of({ ...race, timeTrial }))).toEqual([`28'34"`]);
      const recovered = { ...run, recovered: true, finishOrigin: 'estimated' } as const;
      expect(valuesIn(tower.of({ ...race, timeTrial: { ...timeTrial, runs: [recovered] } }))).toEqual([`~28'34"`]);
      expect(valuesIn(tower.of({ ...race, timeTrial: { ...timeTrial, runs: [] } }))).toEqual(['']);
    });

    it('says how far a result can be relied on', () => {
      const places = [atLine('33', 1, 0)];
      const title = (state: StageRow['state'], over = {}) =>
        titleOf(tower.of(finished([row('33', 1, 0, state)], places), over));
      expect(title('live')).toBe('Gap');
      expect(title('unofficial')).toBe('Unofficial');
      expect(title('provisional')).toBe('Provisional');
      expect(title('official', { params: { mode: 'interval' } })).toBe('Official');
    });
  });

  it('has names from long to short, a nation, jerseys, and the colours of a team that has some', () => {
    const race = situation({ headKm: 100, groups: [{ kind: 'head', bibs: ['1', '71'] }], jerseys: { general: '1' } });
    expect(ridersIn(tower.of(race))).toMatchObject([
      { names: ['M. AUBERTIN', 'AUBERTIN'], nation: 'FRA', jerseys: [{ letter: 'G' }], colors: [{}, {}] },
      { names: ['IJ. IJZERMAN', 'IJZERMAN'], nation: 'NED', jerseys: [], colors: null },
    ]);
  });

  it('has as many rows as fit above what else is on air, or fewer where the operator says so', () => {
    const many = situation({ headKm: 100, groups: [{ kind: 'peloton', bibs: 90 }] });
    const rows = (beside: readonly Layer[], rows = 17) =>
      tower.of(many, { beside, params: { rows, groups: 'all' } }).rows.length;
    expect(rows([])).toBe(16);
    expect(rows(['strip'])).toBe(12);
    expect(rows(['clock', 'tag'])).toBe(12);
    expect(rows(['strap'])).toBe(10);
    expect(rows(['card', 'strap'])).toBe(10);
    expect(rows(['flash', 'tag'], 9)).toBe(9);
  });

  it('has nothing to say when nobody is located', () => {
    expect(tower.whyNot(race())).toBe('no rider is located');
  });
});
