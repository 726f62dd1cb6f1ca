import cyrillic500 from '@fontsource/roboto-condensed/files/roboto-condensed-cyrillic-500-normal.woff2?url';
import cyrillic700 from '@fontsource/roboto-condensed/files/roboto-condensed-cyrillic-700-normal.woff2?url';
import cyrillicExt500 from '@fontsource/roboto-condensed/files/roboto-condensed-cyrillic-ext-500-normal.woff2?url';
import cyrillicExt700 from '@fontsource/roboto-condensed/files/roboto-condensed-cyrillic-ext-700-normal.woff2?url';
import greek500 from '@fontsource/roboto-condensed/files/roboto-condensed-greek-500-normal.woff2?url';
import greek700 from '@fontsource/roboto-condensed/files/roboto-condensed-greek-700-normal.woff2?url';
import latin500 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-500-normal.woff2?url';
import latin700 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-700-normal.woff2?url';
import latinExt500 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-ext-500-normal.woff2?url';
import latinExt700 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-ext-700-normal.woff2?url';
import vietnamese500 from '@fontsource/roboto-condensed/files/roboto-condensed-vietnamese-500-normal.woff2?url';
import vietnamese700 from '@fontsource/roboto-condensed/files/roboto-condensed-vietnamese-700-normal.woff2?url';
import ranges from '@fontsource/roboto-condensed/unicode.json';

export const FAMILY = 'Roboto Condensed';

/** One file of the font: a weight, for some of its letters. */
export interface FontFile {
  /** "latin 500". */
  readonly name: string;
  readonly url: string;
  readonly weight: 500 | 700;
  /** As CSS writes it. */
  readonly unicodeRange: string;
  /** Every picture needs it; the others are asked for when one of their letters is painted. */
  readonly always: boolean;
}

type Letters = keyof typeof ranges;

const both = (letters: Letters, url500: string, url700: string, always: boolean): FontFile[] =>
  ([500, 700] as const).map((weight) => ({
    name: `${letters} ${weight}`,
    url: weight === 500 ? url500 : url700,
    weight,
    unicodeRange: ranges[letters],
    always,
  }));

/** Where two cover a letter, the later one paints it. */
export const fontFiles: readonly FontFile[] = [
  ...both('cyrillic', cyrillic500, cyrillic700, false),
  ...both('cyrillic-ext', cyrillicExt500, cyrillicExt700, false),
  ...both('greek', greek500, greek700, false),
  ...both('vietnamese', vietnamese500, vietnamese700, false),
  ...both('latin-ext', latinExt500, latinExt700, true),
  ...both('latin', latin500, latin700, true),
];
