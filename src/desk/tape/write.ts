import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TapeEntry, TapeHead } from './entry.ts';

/**
 * Appends; each entry is with the operating system when `write` returns, so a killed desk loses nothing. A disk that
 * is full or gone is said once, and the race goes on without a tape.
 */
export interface TapeWriter {
  readonly file: string;
  write(entry: TapeEntry): void;
  close(): void;
}

export function newTape(file: string, head: TapeHead, onFault: (text: string) => void): TapeWriter {
  return writer(file, onFault, (fd) => writeSync(fd, `${JSON.stringify(head)}\n`));
}

/** Goes on with a tape. A line that was cut off is closed, so that the next one stands alone. */
export function sameTape(file: string, onFault: (text: string) => void): TapeWriter {
  return writer(file, onFault, (fd) => {
    const last = Buffer.alloc(1);
    const { size } = fstatSync(fd);
    readSync(fd, last, 0, 1, Math.max(0, size - 1));
    if (last.toString() !== '\n') writeSync(fd, '\n');
  });
}

function writer(file: string, onFault: (text: string) => void, begin: (fd: number) => void): TapeWriter {
  let fd: number | null = null;
  const attempt = (act: () => void) => {
    try {
      act();
    } catch (error) {
      fd = null;
      const why = error instanceof Error ? error.message : String(error);
      onFault(`The tape ${file} cannot be written (${why}): free the disk and restart; the race goes on without it.`);
    }
  };
  attempt(() => {
    mkdirSync(dirname(file), { recursive: true });
    fd = openSync(file, 'a+');
    begin(fd);
  });
  return {
    file,
    write(entry) {
      attempt(() => fd !== null && writeSync(fd, `${JSON.stringify(entry)}\n`));
    },
    close() {
      attempt(() => fd !== null && closeSync(fd));
      fd = null;
    },
  };
}
