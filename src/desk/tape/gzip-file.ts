import { closeSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { createMember, wholeOf } from './gzip.ts';
import { type LineFile, newLineFile, sameLineFile } from './line-file.ts';
import { ANEW, createPacker } from './pack/pack.ts';

/** A file of lines that are packed and compressed, each append by itself: what it promises is what a `LineFile` does. */
export const newGzipFile = (path: string): LineFile => gzipFile(newLineFile(path), beginning(''));

/** Goes on with one: what was not written whole is cut off, what was is closed, and a member of its own begins. */
export function sameGzipFile(path: string): LineFile {
  const { bytes, end } = wholeOf(readFileSync(path));
  if (bytes === 0) throw new Error('it was not begun by a desk');
  cutOff(path, bytes);
  const file = sameLineFile(path, end);
  return gzipFile(file, beginning(ANEW));
}

function cutOff(path: string, bytes: number): void {
  const fd = openSync(path, 'r+');
  try {
    ftruncateSync(fd, bytes);
  } finally {
    closeSync(fd);
  }
}

/** How far the writing has come. `first` is a line of its own before the next one. */
interface Writing {
  readonly member: ReturnType<typeof createMember>;
  pack: (line: string) => string;
  first: string;
}

const beginning = (first: string): Writing => ({ member: createMember(), pack: createPacker(), first });

function gzipFile(file: LineFile, writing: Writing): LineFile {
  const { member } = writing;
  return {
    path: file.path,
    append(lines) {
      const packed = String(lines).trimEnd().split('\n').map(writing.pack);
      const text = Buffer.from(`${[...(writing.first === '' ? [] : [writing.first]), ...packed].join('\n')}\n`);
      try {
        file.append(member.piece(text));
      } catch (error) {
        // The packer has learnt lines that are not there.
        writing.pack = createPacker();
        writing.first = ANEW;
        throw error;
      }
      member.wrote(text);
      writing.first = '';
    },
    isLost: file.isLost,
    saved: () => gzipFile(file.saved(), writing),
    close() {
      try {
        file.append(member.end());
      } catch {
        // Without its end it is read as well.
      }
      file.close();
    },
    discard: file.discard,
  };
}
