import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile, link, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../wire/result.ts';

/** As ffmpeg and editors find them. */
export const FRAME_PATTERN = 'frame-%06d.png';
const FRAME = /^frame-(\d{6,})\.png$/;
const SETTINGS = 'render.json';

/** The pictures of one rendering, each whole or not there: who was killed goes on from here. */
export interface FrameFolder {
  /** The first picture that is not there, counted from 0. */
  readonly missing: number;
  write(picture: number, png: Uint8Array): Promise<void>;
  /** It is as the one before: the same file under a second name, where the disk can do that. */
  repeat(picture: number): Promise<void>;
}

/** `settings` says all that the pictures depend on. `again` throws away what another rendering left. */
export function openFrameFolder(
  folder: string,
  settings: Readonly<Record<string, unknown>>,
  { count, again }: { readonly count: number; readonly again: boolean },
): Result<FrameFolder> {
  try {
    mkdirSync(folder, { recursive: true });
    const frames = readdirSync(folder).filter((name) => FRAME.test(name));
    const other = frames.length > 0 ? otherSetting(folder, settings) : null;
    if (other !== null && !again)
      return fail(
        `${folder} holds frames of another rendering (${other}): name another folder, or throw them away with --again.`,
      );
    if (again) for (const name of frames) rmSync(join(folder, name));
    const there = new Set(again ? [] : frames.map((name) => Number(FRAME.exec(name)![1])));
    // What lies behind the end is of a longer span, and would be taken along into a film.
    writeFileSync(join(folder, `${SETTINGS}.part`), `${JSON.stringify(settings, null, 2)}\n`);
    renameSync(join(folder, `${SETTINGS}.part`), join(folder, SETTINGS));
    let missing = 0;
    while (missing < count && there.has(missing)) missing += 1;
    return ok(frameFolder(folder, missing));
  } catch (error) {
    return fail(whyNotWritten(folder, error));
  }
}

function frameFolder(folder: string, missing: number): FrameFolder {
  const nameOf = (picture: number) => join(folder, frameName(picture));
  return {
    missing,
    async write(picture, png) {
      const part = `${nameOf(picture)}.part`;
      await writeFile(part, png);
      await rename(part, nameOf(picture));
    },
    async repeat(picture) {
      const [before, name] = [nameOf(picture - 1), nameOf(picture)];
      await rm(name, { force: true });
      try {
        await link(before, name);
      } catch {
        await copyFile(before, `${name}.part`);
        await rename(`${name}.part`, name);
      }
    },
  };
}

const frameName = (picture: number): string => `frame-${String(picture).padStart(6, '0')}.png`;

/** What differs from the rendering that left its frames here; null where nothing does. */
function otherSetting(folder: string, settings: Readonly<Record<string, unknown>>): string | null {
  let left: Record<string, unknown>;
  try {
    left = JSON.parse(readFileSync(join(folder, SETTINGS), 'utf8'));
  } catch {
    return `it does not say of which: there is no ${SETTINGS}`;
  }
  const name = Object.keys({ ...left, ...settings }).find(
    (one) => JSON.stringify(left[one]) !== JSON.stringify(settings[one]),
  );
  return name === undefined ? null : `its ${name} was ${JSON.stringify(left[name])}`;
}

/** One sentence on why a file could not be written, and what to do. */
export function whyNotWritten(folder: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk of ${folder} is full: make room and give the same command again, it goes on from there.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `${folder} may not be written: check its permissions, or name another folder with --out.`;
  if (code === 'ENOTDIR' || code === 'EEXIST') return `${folder} is no folder: name one with --out.`;
  return `${folder} cannot be written (${code}): check the disk, or name another folder with --out.`;
}
