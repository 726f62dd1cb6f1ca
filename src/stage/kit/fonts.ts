import { FAMILY, type FontFile, faceOf, WEIGHTS } from './font-file.ts';
import { fontFiles } from './font-files.ts';

/** The faces of one document. However many stages and modules paint in it, each is there once. */
export interface Fonts {
  /** What every picture needs has arrived, has failed once, or has been waited for long enough: draw with what there is. */
  readonly ready: Promise<void>;
  /** What every picture needs has arrived. */
  readonly complete: Promise<void>;
  /** Fetches what this text needs before it is painted; done when that has arrived, or has failed once. */
  load(text: string): Promise<void>;
  /** What was asked for and has failed, one sentence each; it is asked for again, with more and more patience. */
  missing(): readonly string[];
  /** Calls back when a face has arrived or failed: what was painted without it can be painted again. Returns the way to stop. */
  onChange(listener: (change: FontChange) => void): () => void;
}

export type FontChange = 'arrived' | 'failed';

const PATIENCE_MS = 3000;
const AGAIN_MS = { first: 500, most: 30_000 };
/** A name in Han comes in several files: the picture is painted again once for those that arrive together. */
const TOGETHER_MS = 50;

/** Found by every copy of this module, whatever brought it into the document. */
const KEY = Symbol.for('ardoise.fonts.2');

export function fontsOf({ fonts }: Document): Fonts {
  const faces: { [KEY]?: Fonts } & FontFaceSet = fonts;
  faces[KEY] ??= loadInto(fonts);
  return faces[KEY];
}

/** For whoever cannot do with less than the right pixels: tests, the lab, renderers of files. */
export async function loadFonts(text = ''): Promise<void> {
  const fonts = fontsOf(document);
  await fonts.complete;
  await fonts.load(text);
}

function loadInto(faces: FontFaceSet): Fonts {
  const failed = new Set<FontFile>();
  const listeners = new Set<(change: FontChange) => void>();
  const say = (change: FontChange) => {
    for (const listener of listeners) listener(change);
  };
  const arrived = together(() => say('arrived'));
  const changed = (file: FontFile, change: FontChange) => {
    if (change === 'arrived') failed.delete(file);
    else failed.add(file);
    if (change === 'arrived') arrived();
    else say(change);
  };
  const coming = fontFiles.map((file) => bring(faces, file, changed));
  const needed = coming.filter(({ file }) => file.always);
  return {
    ready: Promise.race([all(needed.map(({ tried }) => tried)), wait(PATIENCE_MS)]),
    complete: all(needed.map(({ arrived }) => arrived)),
    async load(text) {
      const ask = () => all(WEIGHTS.map((weight) => faces.load(`${weight} 1px '${FAMILY}'`, text))).catch(nothing);
      await ask();
      await all(coming.filter(({ file, isHere }) => file.rings && isHere()).map(({ arrived }) => arrived));
      await ask();
    },
    missing: () => [...failed].map(({ name }) => `The font file "${name}" did not arrive; it is asked for again.`),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Asks for one file until it has arrived; `tried` is when it has arrived, or failed for the first time. */
function bring(faces: FontFaceSet, file: FontFile, changed: (file: FontFile, change: FontChange) => void) {
  let face = ask(faces, file, file.always);
  const tried = face.loaded.then(nothing, nothing);
  const here = () => {
    if (face.status === 'error') {
      faces.delete(face);
      face = ask(faces, file, true);
    }
    return face.loaded;
  };
  const failed = () => changed(file, 'failed');
  const arrive = async () => {
    await insist(here, failed);
    if (file.rings) {
      const files = await insist(file.rings, failed);
      faces.delete(face);
      for (const next of files) bring(faces, next, changed);
    }
    changed(file, 'arrived');
  };
  return { file, tried, arrived: arrive(), isHere: () => face.status === 'loaded' };
}

/** In the set at once: until it arrives, what needs it is painted with what the system has, or not at all. */
function ask(faces: FontFaceSet, file: FontFile, now: boolean): FontFace {
  const face = faceOf(file);
  faces.add(face);
  // Whoever waits for `loaded` hears of a failure.
  if (now) face.load().catch(nothing);
  return face;
}

/** Until it succeeds, with more and more patience. */
async function insist<T>(attempt: () => Promise<T>, failed: () => void): Promise<T> {
  for (let waitMs = AGAIN_MS.first; ; waitMs = Math.min(AGAIN_MS.most, 2 * waitMs)) {
    try {
      return await attempt();
    } catch {
      failed();
      await wait(waitMs);
    }
  }
}

/** Calls that come together are one. */
function together(call: () => void): () => void {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      call();
    }, TOGETHER_MS);
  };
}

const all = async (promises: readonly Promise<unknown>[]): Promise<void> => void (await Promise.all(promises));

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const nothing = () => {};
