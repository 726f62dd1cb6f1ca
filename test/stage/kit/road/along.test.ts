import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from '../../../../src/stage/kit/road/along.ts';

const line = { from: 0, to: 1000 };

describe('things on a line', () => {
  it('stay where they are when there is room', () => {
    expect(
      spread(
        [
          { at: 100, width: 40 },
          { at: 300, width: 40 },
        ],
        line,
        2,
      ),
    ).toEqual([100, 300]);
  });

  it('stand side by side around the middle of where they would be', () => {
    expect(
      spread(
        [
          { at: 500, width: 40 },
          { at: 500, width: 40 },
        ],
        line,
        2,
      ),
    ).toEqual([479, 521]);
    expect(
      spread(
        [
          { at: 990, width: 40 },
          { at: 990, width: 40 },
        ],
        line,
        2,
      ),
    ).toEqual([938, 980]);
  });

  it('never cover each other, keep their order, and stay on the line', () => {
    const wish = fc.record({ at: fc.integer({ min: 0, max: 1000 }), width: fc.integer({ min: 30, max: 80 }) });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 8 }), (any) => {
        const wishes = any.toSorted((a, b) => a.at - b.at);
        const places = spread(wishes, line, 2);
        for (const [i, place] of places.entries()) {
          const half = wishes[i]!.width / 2;
          expect(place - half).toBeGreaterThanOrEqual(-1e-6);
          expect(place + half).toBeLessThanOrEqual(1000 + 1e-6);
          if (i > 0)
            expect(place - half - (places[i - 1]! + wishes[i - 1]!.width / 2)).toBeGreaterThanOrEqual(2 - 1e-6);
        }
      }),
    );
  });
});
