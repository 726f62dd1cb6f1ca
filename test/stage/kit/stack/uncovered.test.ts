import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { uncovered } from '../../../../src/stage/kit/stack/uncovered.ts';

const HIGH = 54;
const y = fc.integer({ min: 0, max: 200 });

it('shows of a row exactly what is above the edge and under no other', () => {
  fc.assert(
    fc.property(y, y, fc.array(y, { maxLength: 5 }), (at, bottom, above) => {
      const { top, height } = uncovered(at, HIGH, bottom, above);
      for (let line = 0; line < HIGH; line++) {
        const isFree = at + line < bottom && above.every((other) => at + line < other || at + line >= other + HIGH);
        expect(line >= top && line < top + height).toBe(isFree);
      }
    }),
  );
});
