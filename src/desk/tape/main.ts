import { writeSync } from 'node:fs';
import { plainTape } from './plain.ts';

/** `npm run tape -- <file>`: a tape as lines of JSON, for eyes and other programs. */
const [file = ''] = process.argv.slice(2);
const text = plainTape(file);
if (text.ok) print(text.value);
else {
  process.stderr.write(`${text.error}\n`);
  process.exitCode = 2;
}

function print(lines: string): void {
  const bytes = Buffer.from(lines);
  for (let at = 0; at < bytes.length; ) at += written(bytes.subarray(at));
}

/** None where the reader is slower, or is gone: then nothing is left to do. */
function written(bytes: Uint8Array): number {
  try {
    return writeSync(1, bytes);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EAGAIN' ? 0 : bytes.length;
  }
}
