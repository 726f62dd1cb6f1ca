import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitLine } from '../../../src/insight/predict/fit-line.ts';

const on = (slope: number, base: number, xs: readonly number[]) => xs.map((x) => ({ x, y: base + slope * x }));
const XS = [6.1, 6.2, 6.25, 6.3, 6.31, 6.4, 6.5, 6.6, 6.7];

it('goes through points that lie on a line', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -9, max: 9, noNaN: true }),
      (slope, base) => {
        expect(fitLine(on(slope, base, XS))(7)).toBeCloseTo(base + slope * 7, 6);
      },
    ),
  );
});

it('one who lies far off bends nothing, wherever he is', () => {
  const noise = XS.map((_, i) => 0.004 * ((i % 3) - 1));
  const points = on(0.9, 1, XS).map(({ x, y }, i) => ({ x, y: y + noise[i]! }));
  const plain = fitLine(points)(6.8);
  for (let i = 0; i < points.length; i += 1) {
    const unlucky = points.map((one, k) => (k === i ? { ...one, y: one.y + 0.2 } : one));
    expect(Math.abs(fitLine(unlucky)(6.8) - plain), `${i}`).toBeLessThan(0.02);
  }
});

it('where all are at one place, who comes later by some per cent stays so', () => {
  expect(fitLine([1, 2, 3].map((y) => ({ x: 6, y })))(6.1)).toBeCloseTo(2.1, 9);
});
