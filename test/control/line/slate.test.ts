import { describe, expect, it } from 'vitest';
import { deedOf, onRoad, read } from './facts.ts';

const told = (event: object) => ({ do: 'tell', event: { kind: 'slate-line', atMs: onRoad.atMs, id: null, ...event } });

describe('the slate, in the line', () => {
  it('tells of a group, and the sentence says who is in it', () => {
    expect(deedOf("2: 2 33 +1'20 km8")).toEqual(
      told({ told: { bibs: ['2', '33'], gap: { s: 80, to: 'peloton' }, km: 8 } }),
    );
    const [first, second] = ['2', '33'].map((bib) => onRoad.sheet.riders.get(bib)!.family);
    expect(read("2: 2 33 +1'20 km8").sentence).toBe(
      `Writes on the slate: ${first}, ${second}, ahead of the peloton, at km 8.`,
    );
    expect(read('p: -95').sentence).toBe('Writes on the slate: the peloton, behind the head.');
  });

  it('says what is wrong, and does nothing', () => {
    expect(read('3: 2 33')).toMatchObject({ meant: null, sentence: 'You say 3 and name 2: name them all.' });
  });

  it('is wiped', () => {
    expect(deedOf('slate off')).toEqual(told({ told: null }));
  });
});
