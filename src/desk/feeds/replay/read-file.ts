import { readFileSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { fail, ok, type Result } from '../../../wire/result.ts';

/** The text of a file, gzipped or not. A gzip that was cut off gives what can still be read of it. */
export function readText(file: string): Result<string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return fail(`${file}: ${whyNot(error)}`);
  }
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!gzipped) return ok(bytes.toString('utf8'));
  try {
    return ok(gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8'));
  } catch {
    return fail(`${file} is a damaged gzip file: copy or download it again.`);
  }
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'there is no such file; check the path.';
  if (code === 'EISDIR') return 'this is a folder; name a file in it.';
  if (code === 'EACCES') return 'this file may not be read; check its permissions.';
  return 'this file cannot be read; check the disk.';
}
