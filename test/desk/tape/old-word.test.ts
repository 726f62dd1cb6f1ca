import { expect, it } from 'vitest';
import { wordOfToday } from '../../../src/desk/tape/old-word.ts';
import { parseOperator } from '../../../src/wire/parse-asked.ts';

const said = (path: string, value: string | null, until: unknown = 'stage') => ({
  ok: true,
  value: { kind: 'override', atMs: 7, says: [{ path, value }], until },
});
const today = (word: unknown) => parseOperator(wordOfToday(word, 7));

it('what hands said on older tapes is said as today', () => {
  expect(today({ kind: 'group-name', group: 'g2', name: 'The two' })).toEqual(said('group/g2/name', 'The two'));
  expect(today({ kind: 'group-name', group: 'g2', name: null })).toEqual(said('group/g2/name', null));
  const name = { kind: 'override', bib: '31', field: 'family', value: 'Šafránek' };
  expect(today({ ...name, until: 'feed' })).toEqual(said('rider/31/family', 'Šafránek', 'feed'));
  expect(today({ kind: 'kits', from: 'hand', jerseys: { points: '' } })).toEqual(said('jersey/points', ''));
  const kit = { kind: 'kits', from: 'hand', teams: { ABC: ['#112233', '#445566'] } };
  expect(today(kit)).toEqual(said('team/ABC/kit', '#112233 #445566'));
});

it('what is said today, and what never was, is left as it is', () => {
  const camera = { kind: 'camera', group: 'g2' };
  expect(wordOfToday(camera, 7)).toBe(camera);
  for (const junk of [null, 7, 'x', { kind: 'override', bib: 3, field: {} }, { kind: 'kits', from: 'hand', teams: 5 }])
    expect(() => today(junk)).not.toThrow();
});
