import { describe, expect, it } from 'vitest';
import { situation } from '../../src/race/sample/situation.ts';
import type { Layer } from '../../src/show/zones.ts';
import { namesIn, ridersIn, valuesIn } from './rows.ts';
import { bibs, breakaway, classified, groups, tower } from './tower.ts';

describe('the rows of the tower', () => {
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
});
