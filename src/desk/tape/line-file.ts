import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** A file that is only appended to. What it is told is with the operating system, whole, or not on it at all. */
export interface LineFile {
  readonly path: string;
  /** Throws where there is no room. */
  append(text: string | Uint8Array): void;
  /** The path leads elsewhere or nowhere: what is appended to a deleted file is gone with the desk. */
  isLost(): boolean;
  /** All of it in a new file, beside where it was. */
  saved(): LineFile;
  close(): void;
  /** Closes and deletes it. */
  discard(): void;
}

/** Begins a file. Where there is one already it takes the next free name: another desk began in the same second. */
export function newLineFile(path: string): LineFile {
  mkdirSync(dirname(path), { recursive: true });
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? path : path.replace(/((\.ndjson)?\.\w+)?$/, `-${n}$1`);
    try {
      return lineFile(free, openSync(free, 'ax+'));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}

/** Goes on with a file, behind what closes its last line: a line that was cut off, so that the next one stands alone. */
export function sameLineFile(path: string, closing: Uint8Array | null = null): LineFile {
  const fd = openSync(path, 'a+');
  const file = lineFile(path, fd);
  try {
    file.append(closing ?? (isLineOpen(fd) ? '\n' : ''));
  } catch (error) {
    file.close();
    throw error;
  }
  return file;
}

function isLineOpen(fd: number): boolean {
  const last = Buffer.alloc(1);
  const { size } = fstatSync(fd);
  readSync(fd, last, 0, 1, Math.max(0, size - 1));
  return size > 0 && last.toString() !== '\n';
}

const CHUNK = 4 << 20;

function lineFile(path: string, fd: number): LineFile {
  const { dev, ino, size } = fstatSync(fd);
  /** How much of the file is whole lines. */
  let whole = size;
  let isTorn = false;
  const mend = () => {
    if (isTorn) ftruncateSync(fd, whole);
    isTorn = false;
  };
  const append = (text: string | Uint8Array) => {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text;
    mend();
    isTorn = true;
    let at = 0;
    try {
      while (at < bytes.length) at += writeSync(fd, bytes, at);
    } catch (error) {
      attempt(mend);
      throw error;
    }
    isTorn = false;
    whole += bytes.length;
  };
  return {
    path,
    append,
    isLost() {
      const there = attempt(() => statSync(path));
      return !there || there.ino !== ino || there.dev !== dev;
    },
    saved() {
      const next = newLineFile(path);
      const bytes = Buffer.alloc(Math.min(CHUNK, whole));
      try {
        for (let at = 0; at < whole; ) {
          const count = readSync(fd, bytes, 0, Math.min(bytes.length, whole - at), at);
          if (count === 0) break;
          next.append(bytes.subarray(0, count));
          at += count;
        }
      } catch (error) {
        next.discard();
        throw error;
      }
      return next;
    },
    close: () => closeSync(fd),
    discard() {
      closeSync(fd);
      unlinkSync(path);
    },
  };
}

function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}
