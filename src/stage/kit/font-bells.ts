import { both, type FontFile } from './font-file.ts';
import { slicesOf } from './font-slices.ts';

/** Style sheets of the packages: a font of East Asia comes in a hundred slices, and they say which letter is where. */
const sheets = {
  japanese: () => import('@fontsource-variable/noto-sans-jp/index.css?inline'),
  korean: () => import('@fontsource-variable/noto-sans-kr/index.css?inline'),
  simplified: () => import('@fontsource-variable/noto-sans-sc/index.css?inline'),
  traditional: () => import('@fontsource-variable/noto-sans-tc/index.css?inline'),
};

interface Script {
  readonly name: string;
  readonly unicodeRange: string;
  /** Whose letter it is: of the first that has it. */
  readonly fonts: readonly (keyof typeof sheets)[];
}

/** A letter of Han has one shape here, that of the mainland: a text does not say whose it is. */
const scripts: readonly Script[] = [
  { name: 'kana', unicodeRange: 'U+3040-30FF,U+31F0-31FF,U+FF61-FF9F', fonts: ['japanese'] },
  { name: 'hangul', unicodeRange: 'U+1100-11FF,U+3130-318F,U+A960-A97F,U+AC00-D7FF', fonts: ['korean'] },
  {
    name: 'han',
    unicodeRange: 'U+2E80-303F,U+3100-312F,U+31C0-31EF,U+3200-9FFF,U+F900-FAFF,U+FF01-FF60,U+FFE0-FFE6,U+20000-323AF',
    fonts: ['simplified', 'japanese', 'traditional'],
  },
];

/** Files that are at hand and have none of these letters: when one is asked for, the slices are looked up. */
export const bells = (url600: string, url800: string): FontFile[] =>
  scripts.flatMap((script) =>
    both((weight) => ({
      name: `${script.name} ${weight}`,
      url: weight === 600 ? url600 : url800,
      unicodeRange: script.unicodeRange,
      capital: 0.655,
      always: false,
      rings: async () => {
        const read = script.fonts.map(async (font) => ({ font, css: (await sheets[font]()).default }));
        return slicesOf(await Promise.all(read), script.unicodeRange, weight);
      },
    })),
  );
