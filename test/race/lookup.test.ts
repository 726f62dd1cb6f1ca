import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putInOrder } from '../../src/race/lookup.ts';

describe('putting in order', () => {
  it('is what sorting is, whatever order the list was in: those who are equal stay as they were', () => {
    const entries = fc.array(fc.record({ gapS: fc.integer({ min: 0, max: 5 }), name: fc.string() }));
    fc.assert(
      fc.property(entries, (list) => {
        const byGap = (a: { gapS: number }, b: { gapS: number }) => a.gapS - b.gapS;
        expect(putInOrder([...list], byGap)).toEqual(list.toSorted(byGap));
      }),
    );
  });
});
