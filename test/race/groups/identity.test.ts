import { describe, expect, it } from 'vitest';
import { identify, type Known } from '../../../src/race/groups/identity.ts';

const from = (first: number, count: number): string[] => Array.from({ length: count }, (_, i) => `${first + i}`);
const known = (id: string, kind: string, bibs: string[]): Known => ({ id, kind, bibs });

function ids(now: Omit<Known, 'id'>[], before: Known[]): readonly string[] {
  let made = 0;
  return identify(now, before, () => {
    made += 1;
    return `new${made}`;
  });
}

describe('a group', () => {
  const before = [known('g1', 'head', from(1, 6)), known('g2', 'peloton', from(7, 100))];

  it('is the same while at least half of all its riders, then and now, are in both', () => {
    const now = [
      { kind: 'head', bibs: from(1, 3) },
      { kind: 'peloton', bibs: [...from(4, 3), ...from(7, 100)] },
    ];
    expect(ids(now, before)).toEqual(['g1', 'g2']);
  });

  it('is a new one when less is left of it', () => {
    const peloton = { kind: 'peloton', bibs: from(3, 104) };
    expect(ids([{ kind: 'head', bibs: ['1', '2'] }, peloton], before)).toEqual(['new1', 'g2']);
  });

  it('is the same while its riders leave the road one after the other', () => {
    expect(
      ids(
        [
          { kind: 'head', bibs: ['6'] },
          { kind: 'peloton', bibs: from(90, 10) },
        ],
        before,
      ),
    ).toEqual(['g1', 'g2']);
  });

  it('keeps the id of the larger part when two become one', () => {
    expect(ids([{ kind: 'peloton', bibs: from(1, 106) }], before)).toEqual(['g2']);
  });

  it('gives one id once, to the part that agrees best', () => {
    const now = [
      { kind: 'chasers', bibs: from(7, 40) },
      { kind: 'peloton', bibs: from(47, 60) },
    ];
    expect(ids(now, before)).toEqual(['new1', 'g2']);
  });

  it('of the dropped is the same whoever is behind', () => {
    const dropped = [known('g3', 'dropped', ['90', '91'])];
    expect(ids([{ kind: 'dropped', bibs: from(50, 30) }], dropped)).toEqual(['g3']);
  });
});
