import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { OwnThemes } from '../wire/public/half.ts';
import { fail, ok, type Result } from '../wire/result.ts';
import { readTheme } from '../wire/theme/parse.ts';
import type { Notices } from './notices.ts';
import { whatFailed } from './outlive.ts';

/** A theme as it can be drawn. */
interface OwnTheme {
  readonly text: string;
  /** Another one for another text. */
  readonly version: string;
  readonly isDefault: boolean;
}

/** The user's own themes: each as it was when it could be drawn last, whatever has become of its file since. */
export interface ThemeFolder {
  themes(): ReadonlyMap<string, OwnTheme>;
  told(): OwnThemes;
  /** Calls back when there is another look, until it is stopped. */
  watch(listener: (themes: OwnThemes) => void): () => void;
}

/** An editor writes a file in several steps. */
const SETTLED_MS = 150;

/** A name has no dot in it: neither the schema nor what editors leave beside a file is a theme. */
const THEME_FILE = /^([^.]{1,80})\.json$/;

const nameOf = (file: string): string => THEME_FILE.exec(file)?.[1] ?? '';

const AS_BEFORE = 'It stays as it was before.';

export const noThemes: ThemeFolder = {
  themes: () => new Map(),
  told: () => ({ default: null, versions: {} }),
  watch: () => () => {},
};

export function openThemes(folder: string, notices: Notices): Result<ThemeFolder> {
  const themes = new Map<string, OwnTheme>();
  const troubles = new Set<string>();
  const trouble = (file: string, why: string | null) => {
    if (why === null) troubles.delete(file);
    else troubles.add(file);
    notices.stand(file, why);
  };
  const take = (file: string): void => {
    const name = nameOf(file);
    const text = readFileSync(join(folder, file), 'utf8');
    const read = readTheme(text, file);
    const onAir = themes.has(name) ? AS_BEFORE : 'Pages draw another one in its place.';
    trouble(file, read.ok ? null : `${read.error} ${onAir}`);
    if (read.ok) themes.set(name, { text, version: versionOf(text), isDefault: read.value.default === true });
  };
  /** Null, or why the folder cannot be read. */
  const look = (): string | null => {
    try {
      const files = readdirSync(folder).filter((file) => THEME_FILE.test(file));
      // What never could be drawn and is gone is forgotten; what could be stays on air.
      for (const file of troubles) if (!files.includes(file) && !themes.has(nameOf(file))) trouble(file, null);
      for (const name of themes.keys()) {
        const file = `${name}.json`;
        if (!files.includes(file))
          trouble(file, `${file} is gone from ${folder}. ${AS_BEFORE} Put it back to change it.`);
      }
      for (const file of files) take(file);
      return null;
    } catch (error) {
      return whatFailed(error);
    }
  };
  const told = (): OwnThemes => {
    const named = [...themes].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      default: named.find(([, { isDefault }]) => isDefault)?.[0] ?? null,
      versions: Object.fromEntries(named.map(([name, { version }]) => [name, version])),
    };
  };
  const why = look();
  if (why !== null) return fail(`--themes ${folder} cannot be read (${why}): give a folder with files of themes.`);
  return ok({ themes: () => themes, told, watch: (listener) => watched(folder, notices, look, told, listener) });
}

function watched(
  folder: string,
  notices: Notices,
  look: () => string | null,
  told: () => OwnThemes,
  listener: (themes: OwnThemes) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known = JSON.stringify(told());
  const unread = (why: string | null) =>
    notices.stand(
      '--themes',
      why === null ? null : `The themes of ${folder} cannot be read again (${why}): they stay as they are.`,
    );
  const lookAgain = () => {
    unread(look());
    const now = told();
    if (JSON.stringify(now) === known) return;
    known = JSON.stringify(now);
    listener(now);
  };
  const watcher = watch(folder, () => {
    clearTimeout(timer);
    timer = setTimeout(lookAgain, SETTLED_MS);
  });
  watcher.on('error', (error) => unread(whatFailed(error)));
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}

const versionOf = (text: string): string => createHash('sha1').update(text).digest('base64url').slice(0, 16);
