import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, grant, type Room } from '../../../../src/stage/kit/road/two-lanes.ts';

const GAP = 10;
const room = (to = 1000, isFreeBelow: Room['isFreeBelow'] = () => true): Room => ({
  line: { from: 0, to },
  gap: GAP,
  isFreeBelow,
});
const onOneLane = (to?: number) => room(to, () => false);

describe('what is said along a line', () => {
  it('is said in full, above, where there is room', () => {
    expect(grant([{ at: 500, widths: [200, 40] }], onOneLane())).toEqual([{ way: 0, lane: 0, at: 500 }]);
  });

  it('goes to the lower lane where it would cover a neighbour, and not into his line', () => {
    const claims = [
      { at: 500, widths: [400] },
      { at: 560, widths: [400] },
    ];
    expect(grant(claims, room())).toEqual([
      { way: 0, lane: 0, at: 500 },
      { way: 0, lane: 1, at: 710 },
    ]);
  });

  it('sends as few others down as it can to be said in full above them, and as they are', () => {
    const claims = [
      { at: 500, widths: [400, 40] },
      { at: 440, widths: [40] },
      { at: 560, widths: [40] },
    ];
    expect(grant(claims, room())).toEqual([
      { way: 0, lane: 0, at: 670 },
      { way: 0, lane: 0, at: 440 },
      { way: 0, lane: 1, at: 560 },
    ]);
  });

  it('gives the least to all before it gives more to anyone, the most important first', () => {
    const claims = [
      { at: 500, widths: [400, 40] },
      { at: 560, widths: [400, 40] },
    ];
    expect(grant(claims, onOneLane(700))).toEqual([
      { way: 0, lane: 0, at: 330 },
      { way: 1, lane: 0, at: 560 },
    ]);
  });

  it('stays within the line at its first and last kilometre, in both lanes', () => {
    const ends = [0, 1000, 20, 980].map((at) => ({ at, widths: [300] }));
    expect(grant(ends, room())).toEqual([
      { way: 0, lane: 0, at: 150 },
      { way: 0, lane: 0, at: 850 },
      { way: 0, lane: 1, at: 160 },
      { way: 0, lane: 1, at: 840 },
    ]);
  });

  it('leaves out what has no room at all', () => {
    const claims = [
      { at: 500, widths: [40] },
      { at: 510, widths: [40] },
    ];
    expect(grant(claims, { ...onOneLane(530), line: { from: 480, to: 530 } })[1]).toBeNull();
  });
});

const anyClaims = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 1000 }),
    widths: fc.tuple(fc.integer({ min: 100, max: 400 }), fc.integer({ min: 30, max: 100 })),
  }),
  { maxLength: 12 },
);
/** A hill that reaches into the lower lane. */
const anyRoom = fc
  .record({ from: fc.integer({ min: 0, max: 900 }), length: fc.integer({ min: 0, max: 400 }) })
  .map((hill) => room(1000, ({ from, to }) => to < hill.from || from > hill.from + hill.length));

/** Left and right of what is said in a lane, and where its lines go down. */
function drawn(claims: readonly Claim[], within: Room) {
  return grant(claims, within).flatMap((granted, i) => {
    if (!granted) return [];
    const { at, widths } = claims[i]!;
    const half = widths[granted.way]! / 2;
    return [{ ...granted, place: at, half, from: granted.at - half, to: granted.at + half }];
  });
}

describe('whatever is to be said', () => {
  it('never covers another, never lies on the road, stays on the line and covers its own place', () => {
    fc.assert(
      fc.property(anyClaims, anyRoom, (claims, within) => {
        const all = drawn(claims, within);
        for (const one of all) {
          expect(Math.abs(one.at - one.place)).toBeLessThanOrEqual(one.half + 1e-6);
          expect(one.from).toBeGreaterThanOrEqual(-1e-6);
          expect(one.to).toBeLessThanOrEqual(1000 + 1e-6);
          if (one.lane === 1) expect(within.isFreeBelow(one)).toBe(true);
          for (const other of all) {
            if (other === one) continue;
            const apart = Math.max(other.from - one.to, one.from - other.to);
            if (other.lane === one.lane) expect(apart).toBeGreaterThanOrEqual(GAP - 1e-6);
            if (one.lane === 1 && other.lane === 0)
              expect(Math.max(other.place - one.to, one.from - other.place)).toBeGreaterThanOrEqual(GAP - 1e-6);
          }
        }
      }),
    );
  });

  it('keeps the more important, whatever less important comes beside it', () => {
    fc.assert(
      fc.property(anyClaims, anyRoom, fc.nat({ max: 12 }), (claims, within, count) => {
        const kept = (some: readonly Claim[]) => grant(some, within).map((granted) => granted !== null);
        expect(kept(claims).slice(0, count)).toEqual(kept(claims.slice(0, count)));
        if (claims.length > 0) expect(kept(claims)[0]).toBe(true);
      }),
    );
  });
});
