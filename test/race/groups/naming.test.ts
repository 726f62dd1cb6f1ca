import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameGroups } from '../../../src/race/groups/naming.ts';
import { listOf } from '../../../src/race/riders/roster.ts';

const nobody = listOf([]);

/** Pieces by size and gap; riders count on from 1. */
function pieces(...sizes: readonly (readonly [size: number, gapS: number])[]) {
  let first = 1;
  return sizes.map(([size, gapS]) => {
    const list = Array.from({ length: size }, (_, i) => ({ index: first + i, gapS }));
    first += size;
    return list;
  });
}

/** "chasers1 5", "rest 12 in 3"; `fresh` pieces have not lasted yet. */
function named(
  list: ReturnType<typeof pieces>,
  over: Partial<Omit<Parameters<typeof nameGroups>[0], 'pieces'>> & {
    fresh?: readonly number[];
    dropped?: readonly number[];
  } = {},
): string[] {
  const { fresh = [], dropped = [], ...others } = over;
  const groups = nameGroups({
    pieces: list.map((rows, i) => ({ rows, lasting: !fresh.includes(i), wasDropped: dropped.includes(i) })),
    fieldSize: list.flat().length,
    leader: null,
    before: { peloton: nobody, gruppetto: nobody },
    ...others,
  });
  return groups.map(({ kind, ordinal, pieces }) => {
    const size = pieces.reduce((sum, i) => sum + list[i]!.length, 0);
    return `${kind}${ordinal || ''} ${size}${pieces.length > 1 ? ` in ${pieces.length}` : ''}`;
  });
}

describe('names of groups', () => {
  it('the head of the race is the peloton when nobody is away', () => {
    expect(named(pieces([170, 0]))).toEqual(['peloton 170']);
  });

  it('are head, chasers and peloton', () => {
    expect(named(pieces([3, 0], [5, 40], [160, 90]))).toEqual(['head 3', 'chasers 5', 'peloton 160']);
  });

  it('count the chasers where there are several', () => {
    expect(named(pieces([3, 0], [5, 40], [4, 60], [160, 90]))).toEqual([
      'head 3',
      'chasers1 5',
      'chasers2 4',
      'peloton 160',
    ]);
  });

  it('call the leader’s group by his jersey when he is not in the peloton', () => {
    const list = pieces([3, 0], [9, 60], [100, 120]);
    expect(named(list, { leader: 5 })).toEqual(['head 3', 'jersey 9', 'peloton 100']);
    expect(named(pieces([3, 0], [100, 60], [12, 200]), { leader: 110 })).toEqual([
      'head 3',
      'peloton 100',
      'jersey 12',
    ]);
  });

  it('call those dropped who ride together for a while, and are many, or the only ones; others are the rest', () => {
    const list = pieces([3, 0], [100, 60], [1, 90], [15, 100], [1, 140], [11, 200]);
    expect(named(list)).toEqual(['head 3', 'peloton 100', 'rest 1', 'dropped 15', 'rest 12 in 2']);
    expect(named(list, { fresh: [3] })).toEqual(['head 3', 'peloton 100', 'rest 28 in 4']);
    const alone = (size: number) => pieces([100, 0], [size, 90]);
    expect(named(alone(4))).toEqual(['peloton 100', 'dropped 4']);
    expect(named(alone(4), { fresh: [1] })).toEqual(['peloton 100', 'rest 4']);
    expect(named(alone(3))).toEqual(['peloton 100', 'rest 3']);
    expect(named(alone(3), { dropped: [1], fresh: [1] })).toEqual(['peloton 100', 'dropped 3']);
    expect(named(alone(2), { dropped: [1] })).toEqual(['peloton 100', 'rest 2']);
  });

  it('need fewer riders in a small race: there two are a group', () => {
    expect(named(pieces([4, 0], [2, 60]))).toEqual(['peloton 4', 'dropped 2']);
    expect(named(pieces([1, 0], [9, 60], [2, 90], [1, 120]))).toEqual(['head 1', 'peloton 9', 'dropped 2', 'rest 1']);
  });

  it('know the gruppetto: large, last, and far behind', () => {
    const list = pieces([3, 0], [90, 60], [10, 200], [40, 700]);
    expect(named(list)).toEqual(['head 3', 'peloton 90', 'dropped 10', 'gruppetto 40']);
    expect(named(pieces([3, 0], [90, 60], [10, 200], [40, 300]))).toEqual([
      'head 3',
      'peloton 90',
      'rest 10',
      'dropped 40',
    ]);
  });

  it('are never more than five: the rest is counted, and nobody rides under the name of others', () => {
    const list = pieces([1, 0], [2, 20], [3, 40], [4, 60], [5, 80], [6, 100], [100, 150], [9, 300], [40, 900]);
    expect(named(list)).toEqual(['head 1', 'chasers 2', 'rest 18 in 4', 'peloton 100', 'rest 49 in 2']);
  });

  it('fold nobody in vain: who fits when another is folded has his name', () => {
    const list = pieces([3, 0], [4, 30], [5, 60], [90, 200], [20, 260], [12, 320]);
    expect(named(list, { leader: 125 })).toEqual(['head 3', 'rest 9 in 2', 'peloton 90', 'dropped 20', 'jersey 12']);
  });

  it('hold these laws on any road', () => {
    const road = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 8, max: 400 }), fc.boolean()), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(road, fc.integer({ min: 1, max: 300 }), (parts, leader) => {
        const gaps = parts.map((_, i) => parts.slice(1, i + 1).reduce((sum, [, holeS]) => sum + holeS, 0));
        const list = pieces(...parts.map(([size], i) => [size, gaps[i]!] as const));
        const groups = nameGroups({
          pieces: list.map((rows, i) => ({ rows, lasting: parts[i]![2], wasDropped: false })),
          fieldSize: list.flat().length,
          leader,
          before: { peloton: nobody, gruppetto: nobody },
        });
        expect(groups.length).toBeLessThanOrEqual(5);
        expect(groups.flatMap((group) => group.pieces)).toEqual(list.map((_, i) => i));
        expect(groups[0]!.pieces).toEqual([0]);
        expect(groups[0]!.kind).not.toBe('rest');
        const own = groups.filter(({ kind }) => kind !== 'rest').map((group) => group.pieces);
        expect(own.every((one) => one.length === 1)).toBe(true);
        expect(own.flat()).toEqual(own.flat().toSorted((a, b) => a - b));
        expect(groups.filter(({ kind }) => kind === 'peloton').length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('make a small group around the leader no peloton when the field has broken up', () => {
    const list = pieces([1, 0], [5, 60], [40, 90], [45, 200], [46, 320]);
    expect(named(list, { leader: 3 })[1]).toBe('jersey 5');
  });

  it('keep the peloton and the gruppetto while they nearly are', () => {
    const list = pieces([3, 0], [70, 60], [80, 120]);
    const peloton = listOf([list[1]!.map((one) => one.index)]);
    expect(named(list)).toEqual(['head 3', 'chasers 70', 'peloton 80']);
    expect(named(list, { before: { peloton, gruppetto: nobody } })).toEqual(['head 3', 'peloton 70', 'dropped 80']);
    const late = pieces([90, 0], [30, 270]);
    const gruppetto = listOf([late[1]!.map((one) => one.index)]);
    expect(named(late)).toEqual(['peloton 90', 'dropped 30']);
    expect(named(late, { before: { peloton: nobody, gruppetto } })).toEqual(['peloton 90', 'gruppetto 30']);
  });
});
