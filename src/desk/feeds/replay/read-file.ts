import { constants as bufferLimits } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { fail, ok, type Result } from '../../../wire/result.ts';
import { salvaged } from '../../tape/gzip.ts';

/** The text of a file, gzipped or not. A gzip that was cut off, or has junk behind it, gives what can still be read. */
export function readText(file: string): Result<string> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return fail(`${file}: ${whyNot(error)}`);
  }
  const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = gzipped ? unzipped(bytes) : bytes;
  if (plain.length === 0 && gzipped) return fail(`${file} is a damaged gzip file: copy or download it again.`);
  if (plain.length > bufferLimits.MAX_STRING_LENGTH)
    return fail(`${file} is too large to be read at once (${Math.round(plain.length / 1e6)} MB): cut it in two.`);
  return ok(plain.toString('utf8'));
}

function unzipped(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return salvaged(bytes);
  }
}

function whyNot(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'there is no such file; check the path.';
  if (code === 'EISDIR') return 'this is a folder; name a file in it.';
  if (code === 'EACCES') return 'this file may not be read; check its permissions.';
  return 'this file cannot be read; check the disk.';
}
