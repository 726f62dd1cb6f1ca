import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareBibs } from '../../src/race/units.ts';

describe('the order of bibs', () => {
  it('is by number first, then by what follows; what begins with no number comes last', () => {
    const inOrder = ['0', '001', '1', '2', '10', '12', '12A', '12B', '100', '54321', 'A1', 'A12', 'B1'];
    expect(inOrder.toReversed().sort(compareBibs)).toEqual(inOrder);
  });

  it('is total: one order, whatever the bibs', () => {
    const bib = fc.oneof(fc.stringMatching(/^[0-9A-Ba]{1,4}$/), fc.string());
    fc.assert(
      fc.property(bib, bib, bib, (a, b, c) => {
        expect(compareBibs(a, b) === 0).toBe(a === b);
        expect(Math.sign(compareBibs(a, b))).toBe(-Math.sign(compareBibs(b, a)) + 0);
        if (compareBibs(a, b) < 0 && compareBibs(b, c) < 0) expect(compareBibs(a, c)).toBeLessThan(0);
      }),
    );
  });
});
