import latin500 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-500-normal.woff2?url';
import latin700 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-700-normal.woff2?url';
import latinExt500 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-ext-500-normal.woff2?url';
import latinExt700 from '@fontsource/roboto-condensed/files/roboto-condensed-latin-ext-700-normal.woff2?url';

const FAMILY = 'Roboto Condensed';

/** Where a file covers what the other does not; as the font's own style sheet declares it. */
const LATIN_EXT =
  'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF';
const LATIN =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD';

let loading: Promise<void> | undefined;

/** Loads the faces that the kit paints with: call it before the first drawing is built. Twice is once. */
export function loadFonts(): Promise<void> {
  loading ??= load();
  return loading;
}

async function load(): Promise<void> {
  const faces = [
    face(latin500, 500, LATIN),
    face(latinExt500, 500, LATIN_EXT),
    face(latin700, 700, LATIN),
    face(latinExt700, 700, LATIN_EXT),
  ];
  await Promise.all(faces.map((one) => one.load()));
  for (const one of faces) document.fonts.add(one);
}

const face = (url: string, weight: number, unicodeRange: string) =>
  new FontFace(FAMILY, `url(${url}) format('woff2')`, { weight: String(weight), unicodeRange });
