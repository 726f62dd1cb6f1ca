import { FAMILY, type FontFile, fontFiles } from './font-files.ts';

/** The faces of one document. However many stages and modules paint in it, each is there once. */
export interface Fonts {
  /** What every picture needs has arrived, has failed once, or has been waited for long enough: draw with what there is. */
  readonly ready: Promise<void>;
  /** What every picture needs has arrived. */
  readonly complete: Promise<void>;
  /** What was asked for and has failed, one sentence each; it is asked for again, with more and more patience. */
  missing(): readonly string[];
  /** Calls back when a face has arrived or failed: what was painted without it can be painted again. Returns the way to stop. */
  onChange(listener: (change: FontChange) => void): () => void;
}

export type FontChange = 'arrived' | 'failed';

const PATIENCE_MS = 3000;
const AGAIN_MS = { first: 500, most: 30_000 };

/** Found by every copy of this module, whatever brought it into the document. */
const KEY = Symbol.for('ardoise.fonts.1');

export function fontsOf({ fonts }: Document): Fonts {
  const faces: { [KEY]?: Fonts } & FontFaceSet = fonts;
  faces[KEY] ??= loadInto(fonts);
  return faces[KEY];
}

/** For whoever cannot do with less than the right pixels: tests, the lab, renderers of files. */
export const loadFonts = (): Promise<void> => fontsOf(document).complete;

function loadInto(faces: FontFaceSet): Fonts {
  const failed = new Set<FontFile>();
  const listeners = new Set<(change: FontChange) => void>();
  const changed = (file: FontFile, change: FontChange) => {
    if (change === 'failed') failed.add(file);
    else failed.delete(file);
    for (const listener of listeners) listener(change);
  };
  const coming = fontFiles.map((file) => ({ file, ...bring(faces, file, (change) => changed(file, change)) }));
  const needed = coming.filter(({ file }) => file.always);
  const all = async (promises: readonly Promise<void>[]) => void (await Promise.all(promises));
  return {
    ready: Promise.race([all(needed.map(({ tried }) => tried)), wait(PATIENCE_MS)]),
    complete: all(needed.map(({ arrived }) => arrived)),
    missing: () => [...failed].map(({ name }) => `The font file "${name}" did not arrive; it is asked for again.`),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Asks for one file until it has arrived; `tried` is when it has arrived, or failed for the first time. */
function bring(faces: FontFaceSet, file: FontFile, changed: (change: FontChange) => void) {
  const first = ask(faces, file, file.always);
  const arrive = async () => {
    let face = first;
    for (let waitMs = AGAIN_MS.first; !(await came(face)); waitMs = Math.min(AGAIN_MS.most, 2 * waitMs)) {
      changed('failed');
      faces.delete(face);
      await wait(waitMs);
      face = ask(faces, file, true);
    }
    changed('arrived');
  };
  return { tried: came(first).then(() => {}), arrived: arrive() };
}

/** In the set at once: until it arrives, what needs it is painted with a font of the system. */
function ask(faces: FontFaceSet, { url, weight, unicodeRange }: FontFile, now: boolean): FontFace {
  const face = new FontFace(FAMILY, `url(${url}) format('woff2')`, { weight: String(weight), unicodeRange });
  faces.add(face);
  // Whoever waits for `loaded` hears of a failure.
  if (now) face.load().catch(() => {});
  return face;
}

const came = (face: FontFace): Promise<boolean> =>
  face.loaded.then(
    () => true,
    () => false,
  );

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
