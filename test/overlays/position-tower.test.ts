import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/position-tower/manifest.ts';
import { select, type TowerView } from '../../overlays/position-tower/select.ts';
import type { Place } from '../../src/race/place.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { StageRow } from '../../src/race/standings/tables.ts';
import { place, race, START_MS } from '../support/race.ts';
import { seeing } from './seen.ts';

const tower = seeing(manifest, select);
const groups = [
  { kind: 'head', bibs: ['33', '12', '5'] },
  { kind: 'chasers', bibs: ['24'], gapS: 83 },
  { kind: 'peloton', bibs: ['3', '1', '2'], gapS: 254 },
] as const;
const breakaway = situation({ headKm: 100, groups, jerseys: { general: '1' } });

const bibs = ({ rows }: TowerView) => rows.map(({ key }) => Number(key));
const times = ({ rows }: TowerView) => rows.map(({ time }) => time);

describe('the tower', () => {
  it('has the places in order, from the head of the race', () => {
    const view = tower.of(breakaway);
    expect(view.rows.map((row) => row.place)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(view.toGo).toEqual({ figure: '68.0', words: ['km to go', 'km'] });
  });

  it('is steady inside a group: as classified this morning, then by bib', () => {
    const general = [
      { bib: '33', behindS: 0 },
      { bib: '3', behindS: 61 },
    ];
    const classified = { ...breakaway, sheet: { ...breakaway.sheet, general } };
    expect(bibs(tower.of(classified))).toEqual([33, 5, 12, 24, 3, 1, 2]);
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
    const general = [
      { bib: '12', behindS: 0 },
      { bib: '24', behindS: 5 },
    ];
    const view = tower.of({ ...broken, places, sheet: { ...broken.sheet, general } });
    expect(bibs(view)).toEqual([33, 24, 12]);
    expect(times(view)).toEqual(['', '+1\'23"', '+2\'01"']);
    expect(view.rows.map(({ leads }) => leads)).toEqual([true, true, true]);
  });

  it('is as on the road in the last kilometre, where nobody is classified, and where the operator asks for it', () => {
    const onTheRoad = [33, 12, 5, 24, 3, 1, 2];
    expect(bibs(tower.of(situation({ headKm: 167.2, groups })))).toEqual(onTheRoad);
    expect(bibs(tower.of(breakaway))).toEqual(onTheRoad);
    const classified = { ...breakaway, sheet: { ...breakaway.sheet, general: [{ bib: '5', behindS: 0 }] } };
    expect(bibs(tower.of(classified))).not.toEqual(onTheRoad);
    expect(bibs(tower.of(classified, { params: { order: 'road' } }))).toEqual(onTheRoad);
  });

  it('gives each group its gap once, and the same time to who is with them', () => {
    expect(times(tower.of(breakaway))).toEqual(['', 's.t.', 's.t.', `+1'23"`, `+4'14"`, 's.t.', 's.t.']);
    expect(tower.of(breakaway).rows.map(({ leads }) => leads)).toEqual([true, false, false, true, true, false, false]);
  });

  it('gives intervals from group to group', () => {
    const view = tower.of(breakaway, { params: { mode: 'interval' } });
    expect(times(view)).toEqual(['', 's.t.', 's.t.', `+1'23"`, `+2'51"`, 's.t.', 's.t.']);
    expect(view.times).toBe('Interval');
  });

  it('marks what is estimated, and says nothing of what is not known', () => {
    const unsure = situation({
      headKm: 100,
      groups: [groups[0], { ...groups[1], estimated: true }, { ...groups[2], gapS: Number.NaN }],
    });
    expect(times(tower.of(unsure)).slice(3, 5)).toEqual([`~1'23"`, '–']);
  });

  it('turns its pages, and stays on the last one', () => {
    const told = { params: { rows: 5 } };
    expect(bibs(tower.of(breakaway, { ...told, step: 0 }))).toEqual([33, 12, 5, 24, 3]);
    expect(bibs(tower.of(breakaway, { ...told, step: 1 }))).toEqual([5, 24, 3, 1, 2]);
    expect(bibs(tower.of(breakaway, { ...told, step: 7 }))).toEqual([5, 24, 3, 1, 2]);
  });

  it('gives the first of a page the time of his group', () => {
    const many = situation({ headKm: 100, groups: [groups[0], { kind: 'peloton', bibs: 40, gapS: 30 }] });
    expect(times(tower.of(many, { params: { rows: 10 }, step: 1 }))).toEqual(['+30"', ...Array(9).fill('s.t.')]);
  });

  it('is muted where a tracker is late, and leaves out who is silent or off the course', () => {
    const late = situation({ headKm: 100, groups, late: ['24'] });
    expect(
      tower
        .of(late)
        .rows.filter((row) => row.late)
        .map(({ key }) => key),
    ).toEqual(['24']);
    const places = late.places.map((one) => (one.bib === '12' ? { ...one, tracker: 'silent' as const } : one));
    expect(bibs(tower.of({ ...late, places }))).toEqual([33, 5, 24, 3, 1, 2]);
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
    expect(times(view)).toEqual([`4h12'33"`, 's.t.', '+41"', 's.t.']);
    expect(view.toGo).toEqual({ figure: '', words: ['Finish'] });
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
      expect(times(view)).toEqual([`~4h12'33"`, 's.t.', '~41"', 's.t.']);
      expect(times(tower.of(finished(stage, places), { params: { mode: 'interval' } }))[2]).toBe('~41"');
    });

    it('has the order of the result, and who has no tracker in it', () => {
      const stray = place('5', { rank: null, tracker: 'off', group: breakaway.groups[1]!.id });
      const places = [atLine('12', 2, 1), atLine('33', 1, 0), stray];
      const stage = [row('12', 1, 0), row('5', 2, 0), row('33', 3, 3)];
      const view = tower.of({ ...finished(stage, places), groups: breakaway.groups });
      expect(view.rows.map(({ key, place: at }) => [key, at])).toEqual([
        ['12', 1],
        ['5', 2],
        ['33', 3],
      ]);
      expect(times(view)).toEqual([`4h12'34"`, 's.t.', '~3"']);
      const page = { params: { rows: 5, mode: 'interval' } };
      expect(
        times(tower.of({ ...finished([row('12', 1, 0), row('5', 2, 7)], places), groups: breakaway.groups }, page))[1],
      ).toBe('~7"');
    });

    it('gives who still arrives in a bunch the time that it will get', () => {
      const places = [atLine('33', 1, 0), place('12', { rank: 2, gapS: 4, group: 'g1' })];
      const race = finished([row('33', 1, 0), row('12', 2, 0, 'live')], places);
      const groups = breakaway.groups.slice(0, 1).map((group) => ({ ...group, id: 'g1', bibs: ['12'], gap: null }));
      expect(times(tower.of({ ...race, groups }))).toEqual([`4h12'33"`, 's.t.']);
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
      expect(times(tower.of({ ...race, timeTrial }))).toEqual([`28'34"`]);
      const recovered = { ...run, recovered: true, finishOrigin: 'estimated' } as const;
      expect(times(tower.of({ ...race, timeTrial: { ...timeTrial, runs: [recovered] } }))).toEqual([`~28'34"`]);
      expect(times(tower.of({ ...race, timeTrial: { ...timeTrial, runs: [] } }))).toEqual(['']);
    });

    it('says how far a result can be relied on', () => {
      const places = [atLine('33', 1, 0)];
      const title = (state: StageRow['state'], over = {}) =>
        tower.of(finished([row('33', 1, 0, state)], places), over).times;
      expect(title('live')).toBe('Gap');
      expect(title('unofficial')).toBe('Unofficial');
      expect(title('provisional')).toBe('Provisional');
      expect(title('official', { params: { mode: 'interval' } })).toBe('Official');
    });
  });

  it('has names from long to short, jerseys and a colour that is seen', () => {
    const [first] = tower.of(breakaway).rows.filter(({ key }) => key === '1');
    expect(first).toMatchObject({ names: ['M. AUBERTIN', 'AUBERTIN'], team: 'ARD', jerseys: ['general'] });
  });

  it('has nothing to say when nobody is located', () => {
    expect(tower.whyNot(race())).toBe('no rider is located');
  });
});
