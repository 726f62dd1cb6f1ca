import { describe, expect, it } from 'vitest';
import type { Race } from '../../src/race/race.ts';
import { namesIn, ridersIn, valuesIn } from './rows.ts';
import { titleOf, tower } from './tower.ts';
import { finisher, reading, run, trial } from './trial.ts';

const keys = (race: Race, told = {}) => ridersIn(tower.of(race, told)).map(({ key, place: at }) => `${at} ${key}`);

describe('the tower of a time trial', () => {
  const riding = [
    run('1', { toHotSeat: reading(26), virtualGap: reading(40) }),
    run('2', { toHotSeat: reading(-8), virtualGap: reading(40) }),
    run('3', {}),
  ];

  it('lists who rides by how he stands now to the hot seat, without a place, and nobody who waits', () => {
    const view = tower.of(trial([finisher('33', 1834), finisher('12', 1851)], riding));
    expect(keys(trial([finisher('33', 1834), finisher('12', 1851)], riding))).toEqual([
      '1 33',
      '2 12',
      ' 2',
      ' 1',
      ' 3',
    ]);
    expect(valuesIn(view)).toEqual([`30'34"`, '+17"', '−8"', '+26"', '']);
    expect(titleOf(view)).toBe('Unofficial');
    expect(view.header).toMatchObject({ figure: '', words: ['Time trial'] });
  });

  it('lists only who rides until the result is confirmed', () => {
    const waits = { ...trial([finisher('33', 1834), finisher('12', 1851)], riding), confirmed: [] };
    expect(keys(waits)).toEqual([' 2', ' 1', ' 3']);
    expect(titleOf(tower.of(waits))).toBe('Virtual');
    expect(
      tower.whyNot({ ...trial([finisher('33', 1834)], []), confirmed: [], places: waits.places.slice(0, 1) }),
    ).toBe('the result waits for Y');
  });

  it('compares with the best on the course before anybody has come in, and says that it is virtual', () => {
    const first = [run('1', { virtualGap: reading(12) }), run('2', { virtualGap: reading(-12) })];
    const view = tower.of(trial([], first));
    expect(valuesIn(view)).toEqual(['−12"', '+12"']);
    expect(titleOf(view)).toBe('Virtual');
  });

  it('marks an estimate: a start that was found, a tracker that is late', () => {
    const estimated = [run('1', { toHotSeat: reading(4, 'estimated') }), run('2', { toHotSeat: reading(9) })];
    expect(valuesIn(tower.of(trial([], estimated, ['2'])))).toEqual(['~4"', '~9"']);
  });

  it('keeps its order while two are within a second of each other', () => {
    const order = (a: number, b: number) =>
      keys(trial([], [run('1', { toHotSeat: reading(a) }), run('2', { toHotSeat: reading(b) })]));
    expect(order(4.2, 3.8)).toEqual([' 1', ' 2']);
    expect(order(4.2, 3.2)).toEqual([' 2', ' 1']);
  });

  it('names the best four of those who are in while others ride, and all of them once nobody does', () => {
    const many = Array.from({ length: 7 }, (_, i) => finisher(String(40 + i), 1800 + i));
    expect(namesIn(tower.of(trial(many, riding)))[4]).toContain('+ 3 riders');
    expect(keys(trial(many, riding), { params: { groups: 'all' } })).toHaveLength(10);
    expect(keys(trial(many, []))).toHaveLength(7);
  });

  it('leaves teams as they were: their riders share a clock', () => {
    const race = trial([], riding);
    const { bib: _, toHotSeat: __, toBestFinisher: ___, recovered: ____, ...asRun } = run('', {});
    const teams = [{ ...asRun, team: 'ARD', together: [] }];
    expect(keys({ ...race, timeTrial: { ...race.timeTrial!, teams } })).toHaveLength(4);
  });
});
