import { join } from 'node:path';
import { namesIn } from '../../src/desk/tape/newest.ts';
import { plainTape } from '../../src/desk/tape/plain.ts';

/** A tape as lines of JSON, packed or not. */
export function plainOf(file: string): string {
  const text = plainTape(file);
  if (!text.ok) throw new Error(text.error);
  return text.value;
}

/** All tapes of a folder, one behind the other. */
export const plainTapes = (folder: string): string =>
  namesIn(folder)
    .map((name) => plainOf(join(folder, name)))
    .join('');
