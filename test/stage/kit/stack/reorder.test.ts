import { describe, expect, it } from 'vitest';
import { type Placed, reorder } from '../../../../src/stage/kit/stack/reorder.ts';

const MODULE = 50;
const at = (keys: string): Placed[] => [...keys].map((key, i) => ({ key, y: i * MODULE }));
const from = (before: string, after: string) => {
  const { kept, ...how } = reorder(at(before), at(after), before.length * MODULE, { module: MODULE });
  return { kept: [...kept].sort().join(''), ...how };
};

describe('from one order to the next', () => {
  it('is in place where nobody moves, whoever comes and goes there or comes below', () => {
    expect(from('abc', 'abc')).toEqual({ kept: 'abc', isInPlace: true, isFar: false });
    expect(from('abc', 'axcd')).toEqual({ kept: 'ac', isInPlace: true, isFar: false });
    expect(from('abc', 'xyz')).toEqual({ kept: '', isInPlace: true, isFar: false });
  });

  it('moves where a row goes and no other comes in its place', () => {
    expect(from('abc', 'ab')).toEqual({ kept: 'ab', isInPlace: false, isFar: false });
    expect(from('abc', 'bc')).toEqual({ kept: 'bc', isInPlace: false, isFar: false });
  });

  it('is far from the second place on', () => {
    expect(from('abcd', 'bacd')).toEqual({ kept: 'abcd', isInPlace: false, isFar: false });
    expect(from('abcd', 'bcad')).toEqual({ kept: 'abcd', isInPlace: false, isFar: true });
  });

  it('lets rows go down with the edge of the board, and makes those come anew that do not keep step with it', () => {
    expect(from('ab', 'axyzb').kept).toBe('ab');
    expect(from('ab', 'axyzbuvw').kept).toBe('a');
  });
});
