import type { FontFile, FontWeight } from './font-file.ts';

interface Sheet {
  readonly font: string;
  readonly css: string;
}

const RULE = /url\(["']?([^"')]+)["']?\)[^}]*?unicode-range:\s*([^;}]+)/g;

/** Files that have letters within this range; a letter that several fonts have is the first one's alone. */
export function slicesOf(sheets: readonly Sheet[], within: string, weight: FontWeight): FontFile[] {
  const free = new Set(lettersIn(within));
  return sheets.flatMap(({ font, css }) =>
    [...css.matchAll(RULE)].flatMap(([, url = '', unicodeRange = ''], slice) => {
      const letters = lettersIn(unicodeRange).filter((letter) => free.delete(letter));
      if (letters.length === 0) return [];
      const name = `${font} ${weight}, slice ${slice + 1}`;
      return [{ name, url, weight, unicodeRange: rangeOf(letters), capital: 0.733, always: false }];
    }),
  );
}

/** "U+4E00-4E03,U+4E1?" as code points. */
function lettersIn(range: string): number[] {
  return range.split(',').flatMap((part) => {
    const [first = '', last = first] = part.trim().slice('U+'.length).split('-');
    const from = Number.parseInt(first.replaceAll('?', '0'), 16);
    const to = Number.parseInt(last.replaceAll('?', 'F'), 16);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

const rangeOf = (letters: readonly number[]) => letters.map((letter) => `U+${letter.toString(16)}`).join();
