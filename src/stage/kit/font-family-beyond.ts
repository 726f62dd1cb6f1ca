import cyrillicExt600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-cyrillic-ext-600-normal.woff2?url';
import cyrillicExt800 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-cyrillic-ext-800-normal.woff2?url';
import greek600 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-greek-600-normal.woff2?url';
import greek800 from '@fontsource/sofia-sans-extra-condensed/files/sofia-sans-extra-condensed-greek-800-normal.woff2?url';
import { ofFamily } from './font-family.ts';
import type { FontFile } from './font-file.ts';

/** What else the family has letters for. */
export const familyBeyond: readonly FontFile[] = [
  ...ofFamily('cyrillic-ext', cyrillicExt600, cyrillicExt800),
  ...ofFamily('greek', greek600, greek800),
];
