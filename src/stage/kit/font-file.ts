/** Whatever a letter comes from is painted under this name: who paints never asks for its script. */
export const FAMILY = 'Sofia Sans Extra Condensed';

export type FontWeight = 600 | 800;

export const WEIGHTS: readonly FontWeight[] = [600, 800];

/** One file of a font: some of its letters, in one weight. */
export interface FontFile {
  /** "latin 800". */
  readonly name: string;
  readonly url: string;
  readonly weight: FontWeight;
  /** As CSS writes it. */
  readonly unicodeRange: string;
  /** Height of a capital, in shares of the font size: all are scaled to the capital of the family. */
  readonly capital: number;
  /** Every picture needs it; the others are asked for when one of their letters is painted. */
  readonly always: boolean;
  /** It has none of its letters: that it is asked for says that these files are needed, which do. */
  readonly rings?: () => Promise<readonly FontFile[]>;
}

export const both = (file: (weight: FontWeight) => Omit<FontFile, 'weight'>): FontFile[] =>
  WEIGHTS.map((weight) => ({ ...file(weight), weight }));

/** All are registered as of one width, or the browser would not seek a letter in all of them; Noto has it. */
const WIDTH = '62.5%';
const CAPITAL = 0.655;

export const faceOf = ({ url, weight, unicodeRange, capital }: FontFile): FontFace =>
  new FontFace(FAMILY, `url(${url}) format('woff2')`, {
    weight: String(weight),
    stretch: WIDTH,
    unicodeRange,
    sizeAdjust: `${((100 * CAPITAL) / capital).toFixed(2)}%`,
  } as FontFaceDescriptors);
