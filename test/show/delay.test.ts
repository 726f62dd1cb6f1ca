import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../../src/show/apply.ts';
import { complete } from '../../src/show/complete.ts';
import { DELAY, delayOf, isDelay, nearestDelay } from '../../src/show/delay.ts';
import { emptyShow, type Show } from '../../src/show/show.ts';
import { nothingCounted } from '../../src/show/steps.ts';
import { foldUndoable, neverChanged } from '../../src/show/undo.ts';

const situation = { manifests: new Map(), counts: nothingCounted };
const told = (output: unknown, delayS: unknown, show: Show = emptyShow) => {
  const completed = complete({ do: 'delay', output, delayS }, { ...situation, show });
  return completed.ok ? completed.value : completed.error;
};

describe('the delay of an output', () => {
  it('is said in whole steps, from 0 to five minutes', () => {
    for (const delayS of [0, 0.5, 9, 299.5, 300])
      expect(told('ott', delayS)).toEqual({ do: 'delay', output: 'ott', delayS });
    for (const wrong of [-0.5, 0.25, 300.5, Number.NaN, Infinity, '9', null, undefined])
      expect(told('ott', wrong)).toMatch(
        /is no delay: "delayS" is a number of seconds from 0 to 300, in steps of 0\.5\.$/,
      );
  });

  it('is that of an output with a name, of which there are not too many', () => {
    for (const wrong of ['', 'a b', '../x', '__proto__', 'x'.repeat(41), 7, null])
      expect(told(wrong, 9)).toMatch(/is no name of an output/);
    const delays = Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`out-${n}`, 1]));
    expect(told('one-more', 9, { ...emptyShow, delays })).toMatch(/^50 outputs have a delay already/);
    expect(told('out-7', 9, { ...emptyShow, delays })).toMatchObject({ output: 'out-7' });
  });

  it('is said of an output of whatever name, and of no other', () => {
    expect(delayOf({}, 'constructor')).toBeNull();
    const after = apply(emptyShow, { do: 'delay', output: 'constructor', delayS: 2 });
    expect(delayOf(after.delays, 'constructor')).toBe(2);
    expect(delayOf(after.delays, 'program')).toBeNull();
    expect(apply(after, { do: 'delay', output: 'constructor', delayS: 2 })).toBe(after);
  });

  it('stays through all out, panic, release and undo, and none of them is about it', () => {
    const take = { do: 'take-direct', overlay: 'tower', layer: 'flash', params: {} } as const;
    const late = foldUndoable(
      foldUndoable(neverChanged(emptyShow), take, situation),
      { do: 'delay', output: 'ott', delayS: 9 },
      situation,
    );
    expect(late.done?.by).toEqual(take);
    for (const what of ['clear', 'panic', 'release', 'undo', 'freeze', 'replay'] as const)
      expect(foldUndoable(late, { do: what }, situation).show.delays).toEqual({ ott: 9 });
  });

  it('is the nearest that a hand can say, whatever two taps measured', () => {
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (seconds) => {
        const nearest = nearestDelay(seconds);
        expect(isDelay(nearest)).toBe(true);
        const within = Math.min(DELAY.most, Math.max(0, seconds));
        expect(Math.abs(nearest - within)).toBeLessThanOrEqual(DELAY.step / 2);
      }),
    );
  });
});
