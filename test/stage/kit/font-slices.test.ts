import { expect, test } from 'vitest';
import { slicesOf } from '../../../src/stage/kit/font-slices.ts';

const loose = `/* one */
@font-face {
  font-family: 'One';
  src: url(./files/one-1.woff2) format('woff2-variations');
  unicode-range: U+4e00-4e02,U+61;
}
@font-face {
  src: url(./files/one-2.woff2) format('woff2-variations');
  unicode-range: U+62;
}`;
const tight =
  '@font-face{font-family:Two;src:url("/assets/two.woff2")format("woff2-variations");unicode-range:U+4E0?,U+5000}';

test('a sheet is read as it is written and as a build leaves it; a letter is of the first font that has it', () => {
  const slices = slicesOf(
    [
      { font: 'one', css: loose },
      { font: 'two', css: tight },
    ],
    'U+4E00-4E04,U+5000-5001',
    800,
  );
  expect(slices.map(({ name, url, unicodeRange }) => [name, url, unicodeRange])).toEqual([
    ['one 800, slice 1', './files/one-1.woff2', 'U+4e00,U+4e01,U+4e02'],
    ['two 800, slice 1', '/assets/two.woff2', 'U+4e03,U+4e04,U+5000'],
  ]);
});
