import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wrapped } from '../../../src/stage/kit/wrap.ts';

const widthOf = (text: string) => text.length;

it('are as few lines as there can be, as alike in length as may be', () => {
  expect(wrapped('aa bb cc dd ee', 11, widthOf)).toEqual(['aa bb cc', 'dd ee']);
  expect(wrapped('aaaa bbbb cccc d', 14, widthOf)).toEqual(['aaaa bbbb', 'cccc d']);
  expect(wrapped('one', 10, widthOf)).toEqual(['one']);
  expect(wrapped('', 10, widthOf)).toEqual([]);
});

it('part no initial from its name, and no figure from its unit', () => {
  expect(wrapped('aaaa T. KRIŽNAR bb', 10, widthOf)).toEqual(['aaaa', 'T. KRIŽNAR', 'bb']);
  expect(wrapped('aaaaa 42 km', 8, widthOf)).toEqual(['aaaaa', '42 km']);
});

it('lose no word and are no wider than there is room, unless a word is', () => {
  const word = fc.stringMatching(/^[a-z]{1,14}$/);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 4, max: 40 }), (words, width) => {
      const lines = wrapped(words.join(' '), width, widthOf);
      expect(lines.join(' ')).toBe(words.join(' '));
      for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
    }),
  );
});
