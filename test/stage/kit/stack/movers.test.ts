import { describe, expect, it } from 'vitest';
import { movers } from '../../../../src/stage/kit/stack/movers.ts';

const moved = (before: string, after: string) => Object.fromEntries(movers([...before], [...after]));

describe('who changed place', () => {
  it('is the one who dropped behind ten, not the ten', () => {
    expect(moved('abcdefgh', 'bcdefgha')).toEqual({ a: 'loss' });
    expect(moved('abcdefgh', 'habcdefg')).toEqual({ h: 'gain' });
  });

  it('is one of two who swapped', () => {
    expect(Object.keys(moved('abcd', 'acbd'))).toHaveLength(1);
  });

  it('is nobody when all keep their order, whoever comes or goes', () => {
    expect(moved('abcd', 'abcd')).toEqual({});
    expect(moved('abcd', 'xbcdy')).toEqual({});
    expect(moved('abcd', 'wxyz')).toEqual({});
    expect(moved('', 'abc')).toEqual({});
  });
});
