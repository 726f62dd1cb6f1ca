import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { manifest } from '../../overlays/position-tower/manifest.ts';
import { pageCounts } from '../../src/race/listing/pages.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { stepsOf } from '../../src/show/steps.ts';
import { layers } from '../../src/show/zones.ts';
import type { StackView } from '../../src/stage/kit/stack/stack-view.ts';
import { race } from '../support/race.ts';
import { namesIn, ridersIn, valuesIn } from './rows.ts';
import { bibs, breakaway, classified, groups, tower } from './tower.ts';

const all = { groups: 'all' };
const counted = (view: StackView) => Number(namesIn(view).at(-1)!.at(-1)!.replace('+ ', ''));

describe('the pages of the tower', () => {
  it('fold a group to four names and how many more ride in it, fewer where they end', () => {
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
    expect(ridersIn(tower.of(classified(big, '61'), { params: all }))).toHaveLength(10);
  });

  it('are turned, and stay on the last one', () => {
    const many = situation({ headKm: 100, groups: [{ kind: 'peloton', bibs: 23 }] });
    const ranks = (step: number) => ridersIn(tower.of(many, { params: all, step })).map(({ place }) => Number(place));
    expect(ranks(0)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(ranks(1)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    expect(ranks(2)).toEqual([21, 22, 23]);
    expect(ranks(7)).toEqual([21, 22, 23]);
  });

  it('give the first of a page the time of his group', () => {
    const many = situation({ headKm: 100, groups: [groups[0], { kind: 'peloton', bibs: 40, gapS: 30 }] });
    expect(valuesIn(tower.of(many, { params: all, step: 1 }))).toEqual(['+30"', ...Array(9).fill('')]);
  });

  it('are as many as those that are shown: who is silent, and who is in no count of a group, has none', () => {
    const steps = (its: typeof breakaway, params = {}) => stepsOf(manifest, params, pageCounts(its));
    expect(steps(breakaway)).toBe(1);
    const full = situation({ headKm: 100, groups: [{ kind: 'peloton', bibs: 176 }] });
    expect(steps(full)).toBe(1);
    expect(steps(full, all)).toBe(18);
    expect(steps(full, { order: 'road' })).toBe(18);
    const silent = full.places.map((one, i) => (i < 60 ? { ...one, tracker: 'silent' as const } : one));
    expect(steps({ ...full, places: silent }, all)).toBe(12);
  });

  it('are not known where nobody is listed: a show stays where it is', () => {
    const learning = { ...breakaway, learning: { untilMs: 0 } };
    expect(stepsOf(manifest, {}, pageCounts(null))).toBeNull();
    expect(stepsOf(manifest, {}, pageCounts(race()))).toBeNull();
    expect(stepsOf(manifest, {}, pageCounts(learning))).toBeNull();
  });
});

describe('the law of the pages', () => {
  const group = fc.record({
    kind: fc.constantFrom('chasers', 'dropped', 'rest' as const),
    bibs: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 150 })),
    gapS: fc.integer({ min: 1, max: 900 }),
  });
  const field = fc
    .record({
      riders: fc.integer({ min: 1, max: 200 }),
      inBrief: fc.array(group, { minLength: 1, maxLength: 12 }),
    })
    .map(({ riders, inBrief }) => {
      let left = riders;
      const sized = inBrief.map((one) => {
        const bibs = Math.min(one.bibs, left);
        left -= bibs;
        return { ...one, bibs };
      });
      return situation({ headKm: 100, riders, groups: sized.filter(({ bibs }) => bibs > 0) });
    });
  const params = fc.record({
    order: fc.constantFrom('auto', 'road'),
    groups: fc.constantFrom('fold', 'all'),
    rows: fc.integer({ min: 5, max: 18 }),
  });
  const beside = fc.subarray(layers.filter((layer) => layer !== 'stack' && layer !== 'sheet'));

  it('each rider is on exactly one of the pages that control counts, and none is empty', () => {
    fc.assert(
      fc.property(field, params, (its, asked) => {
        const steps = stepsOf(manifest, asked, pageCounts(its))!;
        const pages = Array.from({ length: steps }, (_, step) => tower.of(its, { params: asked, step }));
        const shown = pages.flatMap((page) => ridersIn(page).map(({ key }) => key));
        expect(new Set(shown).size).toBe(shown.length);
        const more = pages.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'more'));
        const others = more.reduce((sum, row) => sum + counted({ ...pages[0]!, rows: [row] }), 0);
        const located = its.places.filter(({ rank }) => rank !== null).length;
        expect(shown.length + others).toBe(located);
        for (const { rows } of pages) expect(rows.length).toBeGreaterThan(0);
        expect(tower.of(its, { params: asked, step: steps })).toEqual(pages.at(-1));
      }),
    );
  });

  it('and on that one whatever else is on air; of more than ten rows the first ten are seen above a strap', () => {
    fc.assert(
      fc.property(field, params, beside, fc.nat(20), (its, asked, others, step) => {
        const told = { params: asked, step };
        const [alone, above] = [tower.of(its, told), tower.of(its, { ...told, beside: others })];
        if (asked.rows <= 10) expect(above).toEqual(alone);
        else {
          expect(above.rows.length).toBeGreaterThanOrEqual(Math.min(10, alone.rows.length));
          expect(above.rows).toEqual(alone.rows.slice(0, above.rows.length));
        }
      }),
    );
  });
});
