import { describe, expect, it } from 'vitest';
import { type Cuts, moveCuts, type RiderGap, uncut } from '../../../src/race/groups/cuts.ts';

const field = (...gaps: number[]): RiderGap[] => gaps.map((gapS, i) => ({ index: i + 1, gapS }));

/** The pieces as lists of riders. */
function pieces(cuts: Cuts): number[][] {
  const list: number[][] = Array.from({ length: cuts.pieces }, () => []);
  cuts.pieceOf.forEach((piece, index) => {
    if (piece >= 0) list[piece]!.push(index);
  });
  return list;
}

/** Looks at the same field every `stepS` for some seconds. */
function watch(cuts: Cuts, order: readonly RiderGap[], fromS: number, toS: number, stepS = 1): Cuts {
  let next = cuts;
  for (let s = fromS; s <= toS; s += stepS) next = moveCuts(next, order, s * 1000);
  return next;
}

const together = watch(uncut, field(0, 1, 2, 3, 4, 5), 0, 1);
const apart = field(0, 1, 2, 10.8, 12, 13);

describe('a hole', () => {
  it('is a cut only when it lasts, whatever the pace of the feed', () => {
    expect(pieces(watch(together, apart, 2, 8))).toHaveLength(1);
    expect(pieces(watch(together, apart, 2, 12))).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(pieces(watch(together, apart, 2, 8, 6))).toHaveLength(1);
    expect(pieces(watch(together, apart, 2, 14, 6))).toHaveLength(2);
  });

  it('that never exceeds 8 s is none', () => {
    expect(pieces(watch(together, field(0, 1, 2, 9.9, 10, 11), 2, 60))).toHaveLength(1);
  });

  it('cuts off at once who turns up behind it and was not seen before', () => {
    expect(pieces(moveCuts(together, [...field(0, 1, 2, 3, 4, 5), { index: 7, gapS: 40 }], 2000))).toEqual([
      [1, 2, 3, 4, 5, 6],
      [7],
    ]);
    expect(pieces(moveCuts(together, [...field(0, 1, 2, 3, 4, 5), { index: 7, gapS: 12 }], 2000))).toHaveLength(1);
  });

  it('cuts a field at once that is seen for the first time', () => {
    expect(pieces(moveCuts(uncut, apart, 0))).toHaveLength(2);
  });

  it('opens and closes a group without a flicker while it wavers around the threshold', () => {
    let cuts = together;
    let changes = 0;
    for (let s = 2; s < 200; s += 1) {
      const hole = 8 + (s % 2 === 0 ? 1.5 : -1.5);
      const next = moveCuts(cuts, field(0, 1, 2, 2 + hole, 3 + hole, 4 + hole), s * 1000);
      if (next.pieces !== cuts.pieces) changes += 1;
      cuts = next;
    }
    expect(changes).toBe(1);
  });
});

describe('the head of the race', () => {
  it('is cut at once where it opens wide and several ride on both sides: it has no hole', () => {
    expect(pieces(moveCuts(together, field(0, 1, 2, 11, 12, 13), 2000))).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(pieces(moveCuts(together, field(0, 1, 2, 10.9, 12, 13), 2000))).toHaveLength(1);
  });

  it('is not cut at once for one rider alone: that may be his receiver', () => {
    expect(pieces(moveCuts(together, field(0, 1, 2, 3, 4, 30), 2000))).toHaveLength(1);
    expect(pieces(moveCuts(together, field(0, 1, 12, 23, 24, 25), 2000))).toHaveLength(1);
  });

  it('is the only one that is: a group behind waits for who may come back', () => {
    const groups = watch(uncut, field(0, 1, 60, 61, 62, 63), 0, 1);
    expect(pieces(moveCuts(groups, field(0, 1, 60, 61, 75, 76), 2000))).toHaveLength(2);
  });
});

describe('a cut', () => {
  const cut = moveCuts(uncut, apart, 0);

  it('closes only when the hole has been small for a while', () => {
    const near = field(0, 1, 2, 4, 5, 6);
    expect(pieces(watch(cut, near, 1, 7))).toHaveLength(2);
    expect(pieces(watch(cut, near, 1, 10))).toHaveLength(1);
  });

  it('stays while the hole is between the thresholds', () => {
    expect(pieces(watch(cut, field(0, 1, 2, 7, 8, 9), 1, 60))).toHaveLength(2);
  });

  it('stays where it is while a rider rides across, and takes him over', () => {
    const order = [1, 2, 4, 3, 5, 6].map((index, i) => ({ index, gapS: [0, 1, 2, 12, 13, 14][i]! }));
    expect(pieces(watch(cut, order, 1, 3))).toEqual([
      [1, 2, 4],
      [3, 5, 6],
    ]);
  });

  it('keeps to its own hole when the group between two cuts is nearly caught', () => {
    const three = moveCuts(uncut, field(0, 1, 20, 21, 80, 81), 0);
    const closing = watch(three, field(0, 1, 6, 7, 80, 81), 1, 30);
    expect(pieces(closing)).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
    ]);
    expect(pieces(watch(closing, field(0, 1, 3, 4, 80, 81), 31, 45))).toEqual([
      [1, 2, 3, 4],
      [5, 6],
    ]);
  });

  it('is not forgotten for a rider who is not seen for a moment', () => {
    const order = field(0, 1, 2, 13, 14, 15).filter((one) => one.index !== 4);
    expect(moveCuts(cut, order, 1000).pieces).toBe(2);
  });
});

describe('one rider alone', () => {
  it('ahead has attacked', () => {
    expect(pieces(watch(together, field(0, 11, 12, 13, 14, 15), 2, 12))).toHaveLength(2);
  });

  it('who loses the head of the race is out of it as soon as any: the head has no hole', () => {
    expect(pieces(watch(together, field(0, 1, 2, 3, 4, 15), 2, 12))).toEqual([[1, 2, 3, 4, 5], [6]]);
  });

  const groups = watch(uncut, field(0, 1, 2, 60, 61, 62, 63, 64, 65), 0, 1);

  it('between two groups behind it has more time to come back', () => {
    const alone = field(0, 1, 2, 60, 61, 75, 90, 91, 92);
    expect(pieces(watch(groups, alone, 2, 29))).toHaveLength(2);
    expect(pieces(watch(groups, alone, 2, 34)).map((one) => one.length)).toEqual([3, 2, 1, 3]);
  });

  it('or two, at the very back of a large field, are of the group until they have lost a minute', () => {
    const peloton = Array.from({ length: 30 }, (_, i) => 60 + i * 0.1);
    const large = watch(uncut, field(0, 1, 2, ...peloton, 63, 63), 0, 1);
    const adrift = (...gaps: number[]) => pieces(watch(large, field(0, 1, 2, ...peloton, ...gaps), 2, 300)).length;
    expect(adrift(90, 122)).toBe(2);
    expect(adrift(90, 124)).toBeGreaterThan(2);
    expect(adrift(63, 90)).toBe(2);
    // Three are no tail, and in a small field two are a group.
    const three = field(0, 1, 2, ...peloton.slice(0, 29), 80, 81, 82);
    expect(pieces(watch(large, three, 2, 12))).toHaveLength(3);
    expect(pieces(watch(groups, field(0, 1, 2, 60, 61, 62, 63, 90, 91), 2, 12))).toHaveLength(3);
  });
});
