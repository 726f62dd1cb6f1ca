import { expect, it } from 'vitest';
import { type Signal, signalIn, signalSize } from '../../src/host/signal.ts';

const no = (sentence: string): never => {
  throw new Error(sentence);
};

it.each([
  [null, { kind: 'alpha' }],
  ['alpha', { kind: 'alpha' }],
  ['fill', { kind: 'fill' }],
  ['black', { kind: 'fill' }],
  ['FILL-straight', { kind: 'fill-straight' }],
  ['key', { kind: 'key' }],
  ['key+fill', { kind: 'key+fill' }],
  // As an address has it: its + is a space.
  ['key fill', { kind: 'key+fill' }],
  ['chroma', { kind: 'chroma', color: '#00b140' }],
  ['chroma=00ff00', { kind: 'chroma', color: '#00ff00' }],
  ['chroma=#00FF00', { kind: 'chroma', color: '#00ff00' }],
  ['chroma=0f0', { kind: 'chroma', color: '#00ff00' }],
] satisfies [string | null, Signal][])('?out=%s', (asked, signal) => {
  expect(signalIn(asked, no)).toEqual(signal);
});

it.each(['', 'fil', 'chroma=green', 'chroma=', 'chroma=12345', 'luma', 'key+', 'fill=1'])(
  '?out=%s is transparent, and says what there is',
  (asked) => {
    const said: string[] = [];
    expect(signalIn(asked, (sentence) => said.push(sentence))).toEqual({ kind: 'alpha' });
    expect(said).toEqual([expect.stringMatching(/^\?out=.* there are alpha, fill, fill-straight, key, key\+fill, /)]);
  },
);

it('is read from the address of a page', () => {
  const kinds = new URLSearchParams('show=program&out=key+fill&plates=solid');
  expect(signalIn(kinds.get('out'), no)).toEqual({ kind: 'key+fill' });
  expect(signalIn(new URLSearchParams('out=chroma=00b140').get('out'), no)).toEqual({
    kind: 'chroma',
    color: '#00b140',
  });
  expect([signalSize({ kind: 'fill' }).width, signalSize({ kind: 'key+fill' }).width]).toEqual([1920, 3840]);
});
