import { describe, expect, it } from 'vitest';
import { remoteCommand } from '../../../src/desk/doors/remote/commands.ts';
import { readManifests } from '../../../src/desk/manifests.ts';
import { isSame } from './replays.ts';
import { lastWords, showOf } from './show.ts';

const manifests = [...(await readManifests('overlays')).values()];
const bibs = ['1', '31', '171'];

function requests(seed: number): string[] {
  const show = showOf(seed, manifests, bibs);
  return Array.from({ length: 500 }, () => show.next().value as string);
}

describe('the scripted show of the bench', () => {
  it('is the same by the same seed, and another by another', () => {
    expect(requests(1)).toEqual(requests(1));
    expect(requests(1)).not.toEqual(requests(2));
  });

  it('asks what a desk knows, of all kinds', () => {
    const names = new Set([...requests(1), ...lastWords].map((request) => request.split('?')[0]!));
    expect([...names].filter((name) => remoteCommand(name) === null)).toEqual([]);
    const kinds =
      'take-direct cue take next previous out undo clear panic release freeze thaw replay live override slate';
    expect([...names].sort()).toEqual(kinds.split(' ').sort());
  });
});

describe('what is compared after a kill', () => {
  it('is the same by its values, in maps and lists of numbers too', () => {
    expect(isSame({ a: new Map([[1, { b: 2 }]]), c: undefined }, { a: new Map([[1, { b: 2 }]]) })).toBe(true);
    expect(isSame({ a: new Map([[1, { b: 2 }]]) }, { a: new Map([[1, { b: 3 }]]) })).toBe(false);
    expect(isSame(Float64Array.of(1, 2), Float64Array.of(1, 3))).toBe(false);
  });
});
