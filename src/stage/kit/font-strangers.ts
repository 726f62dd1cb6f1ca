import cyrillic500 from '@fontsource/roboto-condensed/files/roboto-condensed-cyrillic-500-normal.woff2?url';
import cyrillic700 from '@fontsource/roboto-condensed/files/roboto-condensed-cyrillic-700-normal.woff2?url';
import cyrillicExt500 from '@fontsource/roboto-condensed/files/roboto-condensed-cyrillic-ext-500-normal.woff2?url';
import cyrillicExt700 from '@fontsource/roboto-condensed/files/roboto-condensed-cyrillic-ext-700-normal.woff2?url';
import latin500 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-500-normal.woff2?url';
import latin700 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-700-normal.woff2?url';
import latinExt500 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-ext-500-normal.woff2?url';
import latinExt700 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-ext-700-normal.woff2?url';
import vietnamese500 from '@fontsource/roboto-condensed/files/roboto-condensed-vietnamese-500-normal.woff2?url';
import vietnamese700 from '@fontsource/roboto-condensed/files/roboto-condensed-vietnamese-700-normal.woff2?url';
import arabic from '@fontsource-variable/noto-sans-arabic/files/noto-sans-arabic-arabic-wdth-normal.woff2?url';
import hebrew from '@fontsource-variable/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-wdth-normal.woff2?url';
import thai from '@fontsource-variable/noto-sans-thai/files/noto-sans-thai-thai-wdth-normal.woff2?url';
import { both, type FontFile } from './font-file.ts';

/** Its stems are the heavier ones: 500 stands beside 600 of Sofia, and 700 beside 800. */
const roboto = (letters: string, unicodeRange: string, url500: string, url700: string): FontFile[] =>
  both((weight) => ({
    name: `${letters} of Roboto ${weight}`,
    url: weight === 600 ? url500 : url700,
    unicodeRange,
    capital: 0.711,
    always: false,
  }));

/** One file has all weights. */
const noto = (letters: string, unicodeRange: string, url: string): FontFile[] =>
  both((weight) => ({ name: `${letters} ${weight}`, url, unicodeRange, capital: 0.714, always: false }));

/** What the family has no letters for, each script by one font. Ranges of Roboto are what Sofia leaves out of a script. */
export const strangers: readonly FontFile[] = [
  ...noto('thai', 'U+0E01-0E5B', thai),
  ...noto('arabic', 'U+0600-06FF,U+0750-077F,U+08A0-08FF,U+FB50-FDFF,U+FE70-FEFC', arabic),
  ...noto('hebrew', 'U+0590-05FF,U+FB1D-FB4F', hebrew),
  ...roboto('signs', 'U+2002,U+2009,U+2032-2033', latin500, latin700),
  ...roboto(
    'latin-ext',
    'U+0108-0109,U+0114-0115,U+011C-011D,U+0124-0125,U+012C-012D,U+0134-0135,U+013F-0140,U+0149,U+014E-014F,U+015C-015D,U+016C-016D,U+018F,U+01F0,U+01FA-01FF,U+0259,U+1E00-1E01,U+1E3E-1E3F',
    latinExt500,
    latinExt700,
  ),
  ...roboto(
    'vietnamese',
    'U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0309,U+0323,U+1EA0-1EF1,U+1EF4-1EF9,U+20AB',
    vietnamese500,
    vietnamese700,
  ),
  ...roboto('cyrillic', 'U+04B0-04B1', cyrillic500, cyrillic700),
  ...roboto(
    'cyrillic-ext',
    'U+0460-0486,U+0488-048F,U+0492-04AF,U+04B2-04BF,U+04C1-04CE,U+04D0-04E1,U+04E4-04ED,U+04F0-0513',
    cyrillicExt500,
    cyrillicExt700,
  ),
];
