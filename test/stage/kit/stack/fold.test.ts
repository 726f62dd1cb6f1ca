import { describe, expect, it } from 'vitest';
import { closed, folded, type More, type Spot } from '../../../../src/stage/kit/stack/fold.ts';

/** Riders in order; a capital stands for himself. */
const spots = (blocks: string): Spot[] =>
  [...blocks].map((block, i) => ({ rank: i + 1, block, isAlone: block !== block.toLowerCase() }));
/** Each rider as the letter of his block, `+7` for seven more. */
const said = (lines: readonly (Spot | More<Spot>)[]) =>
  lines.map((line) => ('left' in line ? `+${line.left}` : line.block)).join(' ');
const fold = (blocks: string) => said(folded(spots(blocks)));

describe('a list of groups', () => {
  it('has of each its first four names, and how many more ride in it', () => {
    expect(fold('aaaaaaabbbbbbbbb')).toBe('a a a a +3 b b b b +5');
  });

  it('names the fifth: a row that counts one says less than his name', () => {
    expect(fold('aaaab')).toBe('a a a a b');
    expect(fold('aaaaa')).toBe('a a a a a');
    expect(fold('aaaaaa')).toBe('a a a a +2');
  });

  it('names all who stand for themselves', () => {
    expect(fold('RRRRRRaaaaaa')).toBe('R R R R R R a a a a +2');
    expect(fold('')).toBe('');
  });

  it('counts a block where it is, not where it is again', () => {
    expect(fold('aaaaaabaaaaaa')).toBe('a a a a +2 b a a a a +2');
  });
});

describe('a page', () => {
  const page = (blocks: string, count: number) => {
    const all = spots(blocks);
    return said(closed(folded(all).slice(0, count), all));
  };

  it('that ends inside a group counts in its last row who is left of it', () => {
    expect(page('aaaaaaabbb', 3)).toBe('a a +5');
    expect(page('aabbbbbbb', 6)).toBe('a a b b b +4');
  });

  it('that ends with the first of a group keeps him: his row has the gap', () => {
    expect(page('aabbbbbbb', 3)).toBe('a a b');
  });

  it('that ends with a group stays as it is', () => {
    expect(page('aaaaaaabbb', 5)).toBe('a a a a +3');
    expect(page('aabbb', 2)).toBe('a a');
    expect(page('aabbb', 9)).toBe('a a b b b');
  });

  it('that ends among those who stand for themselves stays as it is', () => {
    expect(page('RRRRaa', 3)).toBe('R R R');
    expect(page('', 3)).toBe('');
  });
});
