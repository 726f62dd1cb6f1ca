import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptTape } from '../../wire/crew/tapes.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { END_BYTES, endsMember } from './gzip.ts';
import { keepTapeName, tapeNamesIn } from './names.ts';
import { headIn, namesIn } from './newest.ts';

/** The tapes of a folder. */
export interface Shelf {
  /** Newest first. */
  list(): readonly KeptTape[];
  /** Calls one by a name of at most 80 characters; an empty one takes it back. The file keeps its own. */
  name(file: string, name: string): Result<null>;
  /** Where one lies; null for what is none of them. */
  path(file: string): string | null;
}

/** A tape that was written on so lately is written by some desk: each notes its clock once a second. */
const LATELY_MS = 5000;

/** `own` is the one that this desk writes now. */
export function createShelf(folder: string, own: () => string, now = Date.now): Shelf {
  const path = (file: string) => (namesIn(folder).includes(file) ? join(folder, file) : null);
  return {
    path,
    list() {
      const names = tapeNamesIn(folder);
      const kept = namesIn(folder).flatMap((file) => {
        const at = join(folder, file);
        const head = headIn(at);
        const there = head && placeOf(at);
        if (!head || !there) return [];
        const { bytes, writtenAt, isEnded } = there;
        const isWritten = at === own() || (!isEnded && now() - writtenAt < LATELY_MS);
        const state: KeptTape['state'] = isEnded ? 'ended' : isWritten ? 'written' : 'left';
        const { title, startedAt } = head;
        const lastedMs = Math.max(0, Math.round(writtenAt - startedAt));
        return [{ file, name: names.get(file) ?? null, title, startedAt, lastedMs, bytes, state }];
      });
      return kept.sort((a, b) => b.startedAt - a.startedAt || (a.file < b.file ? 1 : -1));
    },
    name(file, name) {
      if (path(file) === null) return fail(`There is no tape "${file.slice(0, 100)}" in ${folder}.`);
      const why = keepTapeName(folder, file, name);
      return why === null ? ok(null) : fail(why);
    },
  };
}

const PLAIN_END = '"end":true}\n';

function placeOf(file: string): { bytes: number; writtenAt: number; isEnded: boolean } | null {
  try {
    const { size, mtimeMs } = statSync(file);
    const tail = tailOf(file, Math.max(END_BYTES, PLAIN_END.length));
    const isEnded = file.endsWith('.gz') ? endsMember(tail) : tail.toString('latin1').endsWith(PLAIN_END);
    return { bytes: size, writtenAt: mtimeMs, isEnded };
  } catch {
    return null;
  }
}

function tailOf(file: string, count: number): Buffer {
  const fd = openSync(file, 'r');
  try {
    const { size } = fstatSync(fd);
    const tail = Buffer.alloc(Math.min(size, count));
    readSync(fd, tail, 0, tail.length, size - tail.length);
    return tail;
  } finally {
    closeSync(fd);
  }
}
