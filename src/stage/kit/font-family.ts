import cyrillic600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-cyrillic-600-normal.woff2?url';
import cyrillic800 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-cyrillic-800-normal.woff2?url';
import latin600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-600-normal.woff2?url';
import latin800 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-800-normal.woff2?url';
import latinExt600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-ext-600-normal.woff2?url';
import latinExt800 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-latin-ext-800-normal.woff2?url';
import ranges from '@fontsource/sofia-sans-extra-condensed/unicode.json';
import { both, type FontFile } from './font-file.ts';

type Letters = keyof typeof ranges;

export const ofFamily = (letters: Letters, url600: string, url800: string): FontFile[] =>
  both((weight) => ({
    name: `${letters} ${weight}`,
    url: weight === 600 ? url600 : url800,
    unicodeRange: ranges[letters],
    capital: 0.655,
    always: letters === 'latin' || letters === 'latin-ext',
  }));

/** Latin and Cyrillic letters of the family itself. */
export const familyFiles: readonly FontFile[] = [
  ...ofFamily('cyrillic', cyrillic600, cyrillic800),
  ...ofFamily('latin-ext', latinExt600, latinExt800),
  ...ofFamily('latin', latin600, latin800),
];

/** A file that is at hand in both weights, whatever else comes. */
export const [latinUrl600, latinUrl800] = [latin600, latin800];
