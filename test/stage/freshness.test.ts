import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOSS_S } from '../../src/show/loss.ts';
import { freshnessOf, isFresher, sinceS } from '../../src/stage/freshness.ts';
import { race, START_MS } from '../support/race.ts';

const its = race({ phase: 'racing' });
/** What so many seconds without news do to who leaves after `outS`. */
const after = (seconds: number, outS: number | null, rate = 1) =>
  freshnessOf(its, outS, START_MS + seconds * 1000 + 1000 * rate, rate);

describe('what silence does to a graphic', () => {
  it('takes trends at 10 s, makes estimates at 30 s, leaves what does not age at 60 s, and sends away by its policy', () => {
    const states = (outS: number | null) =>
      [9.9, 10, 29.9, 30, 44.9, 45, 59.9, 60, 4000].map((s) => after(s, outS).state);
    const [fresh, ageing, old, lost, out] = ['fresh', 'ageing', 'old', 'lost', 'out'];
    expect(states(60)).toEqual([fresh, ageing, ageing, old, old, old, old, out, out]);
    expect(states(45)).toEqual([fresh, ageing, ageing, old, old, out, out, out, out]);
    expect(states(10)).toEqual([fresh, out, out, out, out, out, out, out, out]);
    expect(states(3600)).toEqual([fresh, ageing, ageing, old, old, old, old, lost, out]);
    expect(states(Infinity)).toEqual([fresh, ageing, ageing, old, old, old, old, lost, lost]);
    expect(states(null)).toEqual(states(null).map(() => fresh));
  });

  it('is said on its very second, whatever the policy, as fast as the race is played', () => {
    const policy = fc.oneof(fc.integer({ min: LOSS_S.least, max: LOSS_S.most }), fc.constant(Infinity));
    const rate = fc.constantFrom(0.5, 1, 8, 60);
    fc.assert(
      fc.property(policy, rate, fc.integer({ min: -50, max: 40_000 }), (outS, its, tenths) => {
        const seconds = tenths / 10;
        const { state, changesInMs } = after(seconds, outS, its);
        expect(state === 'out').toBe(seconds >= outS);
        const isLast = state === 'out' || (state === 'lost' && outS === Infinity);
        expect(changesInMs === Infinity).toBe(isLast);
        if (isLast) return;
        const atS = (offS: number) => after(seconds + (changesInMs / 1000) * its + offS, outS, its).state;
        expect(atS(-0.01)).toBe(state);
        expect(isFresher(state, atS(0.01))).toBe(true);
      }),
    );
  });

  it('changes by itself only while the clock of the race runs', () => {
    expect(freshnessOf(its, 60, START_MS + 20_000, 0)).toEqual({ state: 'ageing', changesInMs: Infinity });
  });

  it('is said in the seconds from which on it is so', () => {
    expect((['fresh', 'ageing', 'old', 'lost'] as const).map(sinceS)).toEqual([null, 10, 30, 60]);
  });
});
