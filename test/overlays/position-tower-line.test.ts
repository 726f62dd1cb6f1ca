import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/race/place.ts';
import type { StageRow } from '../../src/race/standings/tables.ts';
import { place, START_MS } from '../support/race.ts';
import { ridersIn, valuesIn } from './rows.ts';
import { bibs, breakaway as onTheRoad, titleOf, tower } from './tower.ts';

/** The producer has confirmed who won. */
const breakaway = { ...onTheRoad, confirmed: ['finish'] };

describe('the tower at the line', () => {
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

    it('says of who was lapped how many laps he lacks, never a time, unless the result has one', () => {
      const lapped = (bib: string, rank: number, lapsDown: number) => ({
        ...atLine(bib, rank, 7),
        gapS: null,
        lapsDown,
      });
      const places = [atLine('33', 1, 0), atLine('12', 2, 41), lapped('5', 3, 1), lapped('24', 4, 2)];
      const stage = [
        row('33', 1, 0),
        row('12', 2, 41),
        { ...row('5', 3, 0), gapS: null },
        { ...row('24', 4, 0), gapS: null },
      ];
      const race = finished(stage, places);
      expect(valuesIn(tower.of(race))).toEqual([`4h12'33"`, '~41"', '+1 lap', '+2 laps']);
      expect(valuesIn(tower.of(race, { params: { mode: 'interval' } })).slice(2)).toEqual(['+1 lap', '+2 laps']);
      const told = finished([...stage.slice(0, 3), { ...row('24', 4, 300, 'official'), origin: 'timed' }], places);
      expect(valuesIn(tower.of(told))[3]).toBe(`+5'00"`);
    });

    it('keeps what the line gave as it is, however old the news', () => {
      const places = [atLine('33', 1, 0), atLine('12', 2, 41), place('5', { rank: 3, gapS: 90, group: 'g1' })];
      const stage = [row('33', 1, 0), { ...row('12', 2, 41), origin: 'timed' as const }, row('5', 3, 90, 'live')];
      const gap = { value: 90, atMs: START_MS, origin: 'gps' } as const;
      const groups = breakaway.groups.slice(0, 1).map((group) => ({ ...group, bibs: ['5'], gap }));
      const race = { ...finished(stage, places), groups };
      expect(valuesIn(tower.of(race, { news: 'old' }))).toEqual([`4h12'33"`, '+41"', `~1'30"`]);
    });

    it('lists nobody who has finished before the result is confirmed, and counts them in the places of the others', () => {
      const places = [atLine('33', 1, 0), atLine('12', 2, 41), place('5', { rank: 3, gapS: 90 }), atLine('24', 4, 95)];
      const stage = [row('33', 1, 0), row('12', 2, 41), row('24', 3, 95), row('5', 4, 90, 'live')];
      const unconfirmed = { ...finished(stage, places), confirmed: ['sprint'] };
      expect(ridersIn(tower.of(unconfirmed)).map(({ key, place: at }) => `${at} ${key}`)).toEqual(['4 5']);
      expect(titleOf(tower.of(unconfirmed))).toBe('Gap');
      expect(bibs(tower.of(finished(stage, places)))).toEqual([33, 12, 24, 5]);
      const all = {
        ...finished(
          stage.slice(0, 3),
          places.filter(({ bib }) => bib !== '5'),
        ),
        confirmed: [],
      };
      expect(tower.whyNot(all)).toBe('the result waits for Y');
    });

    it('lists who is in an official result without a word of a hand, and only him', () => {
      const places = [atLine('33', 1, 0), atLine('12', 2, 41), place('5', { rank: 3, gapS: 90 })];
      const stage = [row('33', 1, 0, 'official'), row('12', 2, 41), row('5', 3, 90, 'live')];
      const view = tower.of({ ...finished(stage, places), confirmed: [] });
      expect(ridersIn(view).map(({ key, place: at }) => `${at} ${key}`)).toEqual(['1 33', '3 5']);
      expect(titleOf(view)).toBe('Official');
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
});
