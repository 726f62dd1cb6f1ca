import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
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

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
  } catch {
    return [];
  }
}

/** More than any first line has. */
const HEAD_BYTES = 16_384;

function headIn(file: string): TapeHead | null {
  try {
    const fd = openSync(file, 'r');
    const bytes = Buffer.alloc(HEAD_BYTES);
    const count = readSync(fd, bytes, 0, HEAD_BYTES, 0);
    closeSync(fd);
    return headOf(bytes.toString('utf8', 0, count).split('\n', 1)[0] ?? '');
  } catch {
    return null;
  }
}
