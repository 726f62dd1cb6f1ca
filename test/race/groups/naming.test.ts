import { describe, expect, it } from 'vitest';
import { nameGroups } from '../../../src/race/groups/naming.ts';

const nobody: ReadonlySet<string> = new Set();

/** Pieces by size and gap; bibs count on from 1. */
function pieces(...sizes: readonly (readonly [size: number, gapS: number])[]) {
  let first = 1;
  return sizes.map(([size, gapS]) => {
    const list = Array.from({ length: size }, (_, i) => ({ bib: `${first + i}`, gapS }));
    first += size;
    return list;
  });
}

function named(list: ReturnType<typeof pieces>, over: Partial<Parameters<typeof nameGroups>[0]> = {}): string[] {
  const fieldSize = list.flat().length;
  const before = { peloton: nobody, gruppetto: nobody };
  const groups = nameGroups({ pieces: list, fieldSize, leader: null, before, ...over });
  return groups.map(({ kind, ordinal, riders }) => `${kind}${ordinal || ''} ${riders.length}`);
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
    expect(named(list, { leader: '5' })).toEqual(['head 3', 'jersey 9', 'peloton 100']);
    expect(named(pieces([3, 0], [100, 60], [12, 200]), { leader: '110' })).toEqual([
      'head 3',
      'peloton 100',
      'jersey 12',
    ]);
  });

  it('collapse the dropped, however they are strewn', () => {
    const list = pieces([3, 0], [100, 60], [1, 90], [4, 100], [1, 140], [7, 200]);
    expect(named(list)).toEqual(['head 3', 'peloton 100', 'dropped 13']);
  });

  it('know the gruppetto: large, last, and far behind', () => {
    const list = pieces([3, 0], [90, 60], [10, 200], [40, 700]);
    expect(named(list)).toEqual(['head 3', 'peloton 90', 'dropped 10', 'gruppetto 40']);
    expect(named(pieces([3, 0], [90, 60], [10, 200], [40, 300]))).toEqual(['head 3', 'peloton 90', 'dropped 50']);
  });

  it('are never more than five', () => {
    const list = pieces([1, 0], [2, 20], [3, 40], [4, 60], [5, 80], [6, 100], [100, 150], [9, 300], [40, 900]);
    const names = named(list);
    expect(names).toHaveLength(5);
    expect(names.at(-2)).toBe('peloton 100');
    expect(names.map((name) => Number(name.split(' ')[1])).reduce((a, b) => a + b)).toBe(170);
  });

  it('make a small group around the leader no peloton when the field has broken up', () => {
    const list = pieces([1, 0], [5, 60], [40, 90], [45, 200], [46, 320]);
    expect(named(list, { leader: '3' })[1]).toBe('jersey 5');
  });

  it('keep the peloton and the gruppetto while they nearly are', () => {
    const list = pieces([3, 0], [70, 60], [80, 120]);
    const peloton = new Set(list[1]!.map((one) => one.bib));
    expect(named(list)).toEqual(['head 3', 'chasers 70', 'peloton 80']);
    expect(named(list, { before: { peloton, gruppetto: nobody } })).toEqual(['head 3', 'peloton 70', 'dropped 80']);
    const late = pieces([90, 0], [30, 270]);
    const gruppetto = new Set(late[1]!.map((one) => one.bib));
    expect(named(late)).toEqual(['peloton 90', 'dropped 30']);
    expect(named(late, { before: { peloton: nobody, gruppetto } })).toEqual(['peloton 90', 'gruppetto 30']);
  });
});
