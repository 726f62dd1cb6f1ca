import { describe, expect, it } from 'vitest';
import { identify, type Known } from '../../../src/race/groups/identity.ts';

const from = (first: number, count: number): number[] => Array.from({ length: count }, (_, i) => first + i);
const known = (id: string, riders: number[]): Known => ({ id, riders });

function ids(now: number[][], before: Known[]): readonly string[] {
  let made = 0;
  const found = identify(now, before, () => {
    made += 1;
    return `new${made}`;
  });
  return found.map(({ id }) => id);
}

describe('a group', () => {
  const before = [known('g1', from(1, 6)), known('g2', from(7, 100))];

  it('is the same while at least half of all its riders, then and now, are in both', () => {
    const now = [from(1, 3), [...from(4, 3), ...from(7, 100)]];
    expect(ids(now, before)).toEqual(['g1', 'g2']);
  });

  it('is a new one when less is left of it', () => {
    const peloton = from(3, 104);
    expect(ids([[1, 2], peloton], before)).toEqual(['new1', 'g2']);
  });

  it('is the same while its riders leave the road one after the other', () => {
    expect(ids([[6], from(90, 10)], before)).toEqual(['g1', 'g2']);
  });

  it('keeps the id of the larger part when two become one', () => {
    expect(ids([from(1, 106)], before)).toEqual(['g2']);
  });

  it('gives one id once, to the part that agrees best', () => {
    const now = [from(7, 40), from(47, 60)];
    expect(ids(now, before)).toEqual(['new1', 'g2']);
  });

  it('is made up otherwise when a fifth of it are others', () => {
    const isOther = (riders: number[]) => identify([riders], [known('g1', from(1, 10))], () => 'new')[0]!.isOther;
    expect(isOther(from(1, 9))).toBe(false);
    expect(isOther(from(1, 8))).toBe(true);
    expect(isOther(from(1, 12))).toBe(false);
    expect(isOther(from(1, 13))).toBe(true);
    expect(isOther(from(40, 3))).toBe(true);
  });
});
