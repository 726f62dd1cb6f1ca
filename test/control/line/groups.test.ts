import { describe, expect, it } from 'vitest';
import { countable } from '../../../src/control/line/groups.ts';
import { sayOf } from '../../../src/race/overrides/overrides.ts';
import { deedOf, heads, onRoad, read } from './facts.ts';

const camera = (group: string | null) => ({ do: 'tell', event: { kind: 'camera', group } });
const name = (group: string, its: string | null) => ({
  do: 'tell',
  event: sayOf(onRoad, `group/${group}/name`, its),
});

/** Other groups than those counted when the line was last typed in. */
const now = (groups: typeof onRoad.groups) => ({ race: { ...onRoad, groups }, counted: countable(onRoad) });

describe('a group by its number', () => {
  it('goes on camera, counted from the head, and the sentence says which group that is', () => {
    expect(read('g2 c').sentence).toBe('Puts on camera g2: Chasers 1, 3 riders, ~1\'05".');
    expect(read('g1 c').sentence).toBe('Puts on camera g1: Leading, 1 rider.');
    for (const text of ['g2 c', 'G2  C', 'g2c', 'g2 cam', ' g2 camera '])
      expect(deedOf(text), text).toEqual(camera('g2'));
  });

  it('goes off camera again', () => {
    const groups = onRoad.groups.map((one) => ({ ...one, onCamera: one.id === 'g2' }));
    expect(deedOf('g2 c', { race: { ...onRoad, groups } })).toEqual(camera(null));
    expect(read('g2 c', { race: { ...onRoad, groups } }).sentence).toMatch(/^Takes off camera g2: Chasers 1/);
    expect(deedOf('g1 c', { race: { ...onRoad, groups } })).toEqual(camera('g1'));
  });

  it('takes a name, in any quotes, closed or not, and gives it back', () => {
    for (const text of ['g2 "Group Roglič"', 'g2"Group Roglič', 'g2 “ Group Roglič ”', 'g2 «Group Roglič»'])
      expect(deedOf(text), text).toEqual(name('g2', 'Group Roglič'));
    expect(read('g2 "Group Roglič"').sentence).toBe('Names g2 "Group Roglič": Chasers 1, 3 riders, ~1\'05".');
    expect(deedOf('g2 ""')).toEqual(name('g2', null));
    expect(read('g2 ""').sentence).toMatch(/^Takes back the name of g2: Chasers 1.*, which has none\.$/);
  });

  it('has no name of more than 40 letters, and none while only a quote is typed', () => {
    expect(deedOf(`g2 "${'a'.repeat(40)}"`)).not.toBeNull();
    expect(read(`g2 "${'a'.repeat(41)}"`)).toMatchObject({ meant: null, sentence: 'A name has at most 40 letters.' });
    expect(read('g2 "')).toMatchObject({ meant: null, sentence: expect.stringMatching(/^Type a name for g2/) });
  });

  it('says who it is and what can be done, and offers both', () => {
    const { meant, sentence, matches } = read('g2');
    expect(meant).toBeNull();
    expect(sentence).toMatch(/^g2 is Chasers 1, 3 riders, ~1'05": c is for the camera/);
    expect(matches.map(({ text }) => text)).toEqual(['g2 c', 'g2 "']);
    expect(heads(read('g').matches)).toEqual(expect.arrayContaining(['g1 c', 'g2 c', 'g3 c']));
    expect(read('g2 x').sentence).toMatch(/^"x" is nothing that is done with a group/);
  });

  it('is none of the rest, and none beyond the last', () => {
    expect(read('g4 c')).toMatchObject({ meant: null, sentence: 'There is no g4: the groups are g1 to g3.' });
    expect(read('g0 c').meant).toBeNull();
    expect(read('g1 c', { race: null }).sentence).toBe('No group on the road.');
  });

  it('stays the group that was read, whatever splits before Enter', () => {
    const [head, chasers, ...others] = onRoad.groups;
    const between = { ...chasers!, id: 'new', bibs: ['33'] };
    expect(deedOf('g2 c', now([head!, between, chasers!, ...others]))).toEqual(camera('g2'));
    const gone = read('g2 c', now([head!, ...others]));
    expect(gone).toMatchObject({ meant: null, sentence: 'The groups have changed, g2 is no more: type it again.' });
    expect(deedOf('g3 c', now([head!, ...others]))).toEqual(camera('g3'));
  });

  it('means on or off as it stood when it was read', () => {
    const meanwhile = onRoad.groups.map((one) => ({ ...one, onCamera: one.id === 'g2' }));
    expect(deedOf('g2 c', now(meanwhile))).toEqual(camera('g2'));
  });
});
