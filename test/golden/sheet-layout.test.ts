import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cut, laidOut, type Placed, SHEET_WIDTH } from './sheet-layout.ts';

const cut = fc.record({ width: fc.integer({ min: 1, max: 1728 }), height: fc.integer({ min: 1, max: 972 }) });

/** Whether two have a pixel in common. */
const meet = (a: Placed<Cut>, b: Placed<Cut>): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

test('a sheet has every graphic, whole and uncovered', () => {
  fc.assert(
    fc.property(fc.array(cut, { maxLength: 20 }), (cuts) => {
      const { placed, height } = laidOut(cuts);
      expect(placed).toHaveLength(cuts.length);
      for (const one of placed) {
        expect(one.x >= 0 && one.x + one.width <= SHEET_WIDTH && one.y >= 0 && one.y + one.height <= height).toBe(true);
        for (const other of placed) if (other !== one) expect(meet(one, other)).toBe(false);
      }
    }),
  );
});

test('the strip stands at the foot, and ends with the tallest column', () => {
  const [tower, strap, strip] = [
    { width: 612, height: 720 },
    { width: 882, height: 162 },
    { width: 1728, height: 216 },
  ];
  const { placed, height } = laidOut([strip, strap, tower]);
  expect(height).toBe(54 + 720 + 54);
  expect(placed).toEqual([
    { ...tower, x: 54, y: 54 },
    { ...strap, x: 1584, y: 54 },
    { ...strip, x: 720, y: 558 },
  ]);
});
