import cyrillic600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-cyrillic-600-normal.woff2?url';
import cyrillic800 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-cyrillic-800-normal.woff2?url';
import cyrillicExt600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-cyrillic-ext-600-normal.woff2?url';
import cyrillicExt800 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-cyrillic-ext-800-normal.woff2?url';
import greek600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-greek-600-normal.woff2?url';
import greek800 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-greek-800-normal.woff2?url';
import latin600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-600-normal.woff2?url';
import latin800 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-800-normal.woff2?url';
import latinExt600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-ext-600-normal.woff2?url';
import latinExt800 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-ext-800-normal.woff2?url';
import ranges from '@fontsource/sofia-sans-extra-condensed/unicode.json';
import { bells } from './font-bells.ts';
import { both, type FontFile } from './font-file.ts';
import { strangers } from './font-strangers.ts';

type Letters = keyof typeof ranges;

const own = (letters: Letters, url600: string, url800: string): FontFile[] =>
  both((weight) => ({
    name: `${letters} ${weight}`,
    url: weight === 600 ? url600 : url800,
    unicodeRange: ranges[letters],
    capital: 0.655,
    always: letters === 'latin' || letters === 'latin-ext',
  }));

/** What is known from the start. Where two cover a letter, the later one paints it. */
export const fontFiles: readonly FontFile[] = [
  ...bells(latin600, latin800),
  ...strangers,
  ...own('cyrillic', cyrillic600, cyrillic800),
  ...own('cyrillic-ext', cyrillicExt600, cyrillicExt800),
  ...own('greek', greek600, greek800),
  ...own('latin-ext', latinExt600, latinExt800),
  ...own('latin', latin600, latin800),
];
