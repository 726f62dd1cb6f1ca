import { describe, expect, it } from 'vitest';
import { ruledArrivals } from '../../../src/race/standings/bunches.ts';
import type { Bib, Origin } from '../../../src/race/units.ts';

type Row = readonly [bib: Bib, atS: number, origin: Origin, group?: string];

/** Who came in with which gap, by a rule of one second. */
function given(...rows: readonly Row[]): (readonly [Bib, number])[] {
  const groups = new Map(rows.map(([bib, , , group]) => [bib, group ?? null]));
  const arrivals = rows.map(([bib, atS, origin]) => ({ bib, atMs: atS * 1000, origin }));
  return ruledArrivals(arrivals, 1, (bib) => groups.get(bib) ?? null).map(({ bib, gapS }) => [bib, gapS]);
}

describe('times on the line', () => {
  it('that were measured are judged by the rule alone, one group or not', () => {
    for (const origin of ['timed', 'manual'] as const)
      expect(given(['1', 0, origin, 'g'], ['2', 0.9, origin, 'g'], ['3', 1.9, origin, 'g'])).toEqual([
        ['1', 0],
        ['2', 0],
        ['3', 1],
      ]);
  });

  it('between fixes are one where the gap is smaller than fixes can tell', () => {
    expect(given(['1', 0, 'gps'], ['2', 2.4, 'gps'], ['3', 4.9, 'gps'])).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 4],
    ]);
    expect(given(['1', 0, 'gps'], ['2', 4.9, 'estimated'], ['3', 9.9, 'estimated'])).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 9],
    ]);
  });

  it('are one for who came to the line as one group, without a hole in it', () => {
    const rows: Row[] = [
      ['1', 0, 'estimated', 'g'],
      ['2', 9, 'gps', 'g'],
      ['3', 18, 'estimated', 'g'],
      ['4', 28, 'estimated', 'g'],
      ['5', 34, 'estimated', 'h'],
    ];
    expect(given(...rows).map(([, gapS]) => gapS)).toEqual([0, 0, 0, 28, 34]);
  });

  it('that are estimates never come before the first of the group who was measured', () => {
    expect(given(['1', 0, 'estimated', 'g'], ['2', 3, 'timed', 'g'], ['3', 20, 'estimated', 'g'])).toEqual([
      ['2', 0],
      ['1', 0],
      ['3', 17],
    ]);
    // Who was away on his own stays away.
    expect(given(['1', 0, 'estimated', 'h'], ['2', 7, 'timed', 'g'])).toEqual([
      ['1', 0],
      ['2', 7],
    ]);
  });

  it('that were measured are told apart, whoever was not stands between them', () => {
    expect(given(['1', 0, 'timed', 'g'], ['2', 0.6, 'estimated', 'g'], ['3', 1.2, 'timed', 'g'])).toEqual([
      ['1', 0],
      ['2', 0],
      ['3', 1],
    ]);
    // Of a bunch of which nobody else was measured, one who was shares its time, and leads it.
    expect(given(['1', 0, 'estimated', 'g'], ['2', 2, 'timed', 'h'])).toEqual([
      ['2', 0],
      ['1', 0],
    ]);
  });
});
