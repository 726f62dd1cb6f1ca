import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grant, spread } from '../../../../src/stage/kit/road/along.ts';

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

describe('what is said along a line', () => {
  it('is said in full where there is room', () => {
    expect(grant([{ at: 500, widths: [200, 40] }], line, 10)).toEqual([{ way: 0, at: 500 }]);
  });

  it('gives the least to all before it gives more to anyone, the most important first', () => {
    const claims = [
      { at: 500, widths: [400, 40] },
      { at: 560, widths: [400, 40] },
    ];
    expect(grant(claims, { from: 0, to: 700 }, 10)).toEqual([
      { way: 0, at: 330 },
      { way: 1, at: 560 },
    ]);
  });

  it('leaves out what has no room at all', () => {
    expect(
      grant(
        [
          { at: 500, widths: [40] },
          { at: 510, widths: [40] },
        ],
        { from: 480, to: 530 },
        10,
      )[1],
    ).toBeNull();
  });

  it('never covers another, stays on the line and covers its own place', () => {
    const claim = fc.record({
      at: fc.integer({ min: 0, max: 1000 }),
      widths: fc.tuple(fc.integer({ min: 100, max: 400 }), fc.integer({ min: 30, max: 100 })),
    });
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 10 }), (claims) => {
        const spans = grant(claims, line, 10).flatMap((granted, i) => {
          if (!granted) return [];
          const half = claims[i]!.widths[granted.way]! / 2;
          expect(Math.abs(granted.at - claims[i]!.at)).toBeLessThanOrEqual(half + 1e-6);
          return [{ from: granted.at - half, to: granted.at + half }];
        });
        spans.sort((a, b) => a.from - b.from);
        for (const [i, span] of spans.entries()) {
          expect(span.from).toBeGreaterThanOrEqual(-1e-6);
          expect(span.to).toBeLessThanOrEqual(1000 + 1e-6);
          if (i > 0) expect(span.from - spans[i - 1]!.to).toBeGreaterThanOrEqual(10 - 1e-6);
        }
      }),
    );
  });
});
