import { describe, expect, it } from 'vitest';
import { cleanSlate, lastingSlate, movedSlate, PELOTON, type Slate, withSlate } from '../../../src/race/slate/slate.ts';
import type { SlateLine } from '../../../src/race/slate/slate-line.ts';

const line = (bibs: string, over: Partial<SlateLine> = {}): SlateLine => ({
  bibs: bibs === '' ? [] : bibs.split(' '),
  gap: null,
  km: null,
  ...over,
});
const told = (slate: Slate, said: SlateLine, atMs = 0) =>
  withSlate(slate, { kind: 'slate-line', atMs, id: null, told: said });
const groupsOf = (slate: Slate) => slate.map(({ id, bibs }) => `${id}: ${bibs.join(' ')}`);

describe('the slate', () => {
  it('keeps a group while half of its riders stay in it, and what was said of it before', () => {
    const before = told(cleanSlate, line('1 2 3 4', { gap: { s: 80, to: 'peloton' }, km: 82 }), 10);
    const after = told(before, line('1 2 5', { gap: { s: 95, to: 'peloton' } }), 20);
    expect(after).toEqual([
      {
        id: 'slate-1',
        bibs: ['1', '2', '5'],
        gap: { s: 95, to: 'peloton', atMs: 20 },
        km: { km: 82, atMs: 10 },
        atMs: 20,
        until: null,
        author: '',
      },
    ]);
  });

  it('has each rider in one group, and no group without riders', () => {
    const both = told(told(cleanSlate, line('1 2 3 4')), line('4 5 6'));
    expect(groupsOf(both)).toEqual(['slate-1: 1 2 3', 'slate-2: 4 5 6']);
    expect(groupsOf(told(both, line('1 2 3 4 5 6')))).toEqual(['slate-1: 1 2 3 4 5 6']);
  });

  it('knows who said its newest word, and holds as long as was said, however it is told anew', () => {
    const event = { kind: 'slate-line', atMs: 0, id: null } as const;
    const locked = withSlate(cleanSlate, { ...event, told: line('1 2'), until: 'stage', author: 'control 1' });
    expect(locked).toMatchObject([{ until: 'stage', author: 'control 1' }]);
    const again = withSlate(locked, { ...event, told: line('1 2', { km: 40 }), author: 'http 10.0.0.7' });
    expect(again).toMatchObject([{ until: 'stage', author: 'http 10.0.0.7' }]);
    const held = withSlate(cleanSlate, { ...event, told: line('1 2'), until: 1000 });
    expect(lastingSlate(held, 999)).toBe(held);
    expect(lastingSlate(held, 1000)).toEqual([]);
    expect(lastingSlate(locked, Number.MAX_VALUE)).toBe(locked);
    expect(movedSlate(held, 500)).toMatchObject([{ until: 1500 }]);
  });

  it('has one peloton, which names nobody', () => {
    const peloton = told(told(cleanSlate, line('', { gap: { s: 60, to: 'head' } })), line('', { km: 40 }));
    expect(groupsOf(peloton)).toEqual([`${PELOTON}: `]);
    expect(groupsOf(told(peloton, line('1')))).toEqual([`${PELOTON}: `, 'slate-1: 1']);
  });

  it('takes back one group, or all', () => {
    const both = told(told(cleanSlate, line('1')), line('2'));
    expect(groupsOf(withSlate(both, { kind: 'slate-line', atMs: 0, id: 'slate-1', told: null }))).toEqual([
      'slate-2: 2',
    ]);
    expect(withSlate(both, { kind: 'slate-line', atMs: 0, id: null, told: null })).toEqual(cleanSlate);
  });
});
