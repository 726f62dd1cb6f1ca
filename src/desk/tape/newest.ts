import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import type { TapeHead } from './entry.ts';
import { headOf } from './read.ts';

/** The newest tape of a source: desks of several sources may share a folder. Null where there is none. */
export function newestTape(folder: string, source: string): string | null {
  const own = namesIn(folder)
    .map((name) => ({ file: join(folder, name), head: headIn(join(folder, name)) }))
    .filter(({ head }) => head?.source === source);
  own.sort((a, b) => (a.head?.startedAt ?? 0) - (b.head?.startedAt ?? 0) || (a.file < b.file ? -1 : 1));
  return own.at(-1)?.file ?? null;
}

/** Of all tapes of a folder. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => TAPE.test(name));
  } catch {
    return [];
  }
}

const TAPE = /\.ndjson(\.gz)?$/;

/** More than any first line has. */
const HEAD_BYTES = 16_384;

/** Null where there is no tape. */
export function headIn(file: string): TapeHead | null {
  try {
    const fd = openSync(file, 'r');
    const bytes = Buffer.alloc(HEAD_BYTES);
    const start = bytes.subarray(0, readSync(fd, bytes, 0, HEAD_BYTES, 0));
    closeSync(fd);
    const plain = file.endsWith('.gz') ? gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH }) : start;
    return headOf(plain.toString('utf8').split('\n', 1)[0] ?? '');
  } catch {
    return null;
  }
}
