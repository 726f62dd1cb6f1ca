import type { Notices } from '../notices.ts';
import { createBacklog } from './backlog.ts';
import type { TapeEntry, TapeHead } from './entry.ts';
import { newGzipFile, sameGzipFile } from './gzip-file.ts';
import { type LineFile, newLineFile, sameLineFile } from './line-file.ts';

/**
 * Appends. What it says is on the tape is with the operating system: a killed desk loses nothing of it. Where there is
 * no room the race goes on, and so does the tape as soon as there is: nothing need be started again.
 */
export interface TapeWriter {
  readonly file: string;
  /** On the tape now, or not at all: null, or why not. */
  commit(entry: TapeEntry): string | null;
  /** On the tape now, or as soon as it can be: null, or why not yet. */
  keep(entry: TapeEntry): string | null;
  /** What is kept while `act` runs is written in one piece, before this returns. */
  together<T>(act: () => T): T;
  /** Whether something could be written now: null, or why not. */
  ready(): string | null;
  /** Call often: it sees that the file is gone, and tries again where it could not write. */
  tend(): void;
  close(): void;
}

export interface TapeHearers {
  /** A sentence that stands until null says that it is cured. */
  trouble(sentence: string | null): void;
  /** A sentence on what was mended. */
  mended(sentence: string): void;
  /** Any clock that runs evenly, in milliseconds. */
  readonly now: () => number;
}

export const toldIn = (notices: Notices): TapeHearers => ({
  trouble: (sentence) => notices.stand('The tape', sentence),
  mended: (sentence) => notices.add('warning', sentence),
  now: () => performance.now(),
});

export const newTape = (file: string, head: TapeHead, hearers: TapeHearers): TapeWriter =>
  createTape(file, hearers, () => begun(isPacked(file) ? newGzipFile(file) : newLineFile(file), head));

/** Goes on with a tape, as it was begun: older ones are lines as they are. */
export const sameTape = (file: string, hearers: TapeHearers): TapeWriter =>
  createTape(file, hearers, () => (isPacked(file) ? sameGzipFile(file) : sameLineFile(file)));

/** By its name. */
const isPacked = (file: string): boolean => file.endsWith('.gz');

function begun(file: LineFile, head: TapeHead): LineFile {
  try {
    file.append(lineOf(head));
  } catch (error) {
    file.discard();
    throw error;
  }
  return file;
}

/** How often it is looked whether the file is still where it was. */
const LOOK_MS = 1000;
const RETRY_MS = { first: 250, most: 5000 } as const;

/** `open` is tried until it gives a file. */
export function createTape(path: string, { trouble, mended, now }: TapeHearers, open: () => LineFile): TapeWriter {
  const backlog = createBacklog((lines, fromAt) => lineOf({ at: Date.now(), hole: { lines, fromAt } }));
  let file: LineFile | null = null;
  let down: { readonly why: string; readonly waitMs: number; readonly againMs: number } | null = null;
  let lookedMs = now();
  let isClosed = false;
  /** What is to be written together. */
  let gathered: { readonly line: string; readonly at: number }[] | null = null;

  /** Writes what has waited, then `line`; null, or why it could not. */
  const write = (line: string | null): string | null => {
    if (isClosed) return 'it is closed';
    gather();
    try {
      file ??= open();
      if (down && file.isLost()) save();
      for (let waiting = backlog.next(); waiting !== null; waiting = backlog.next()) {
        file.append(waiting);
        backlog.done();
      }
      if (line !== null) file.append(line);
    } catch (error) {
      return fall(error instanceof Error ? error.message : String(error));
    }
    if (down) trouble(null);
    down = null;
    return null;
  };
  const fall = (why: string): string => {
    const waitMs = down ? Math.min(RETRY_MS.most, down.waitMs * 2) : RETRY_MS.first;
    if (down?.why !== why)
      trouble(
        `The tape ${file?.path ?? path} cannot be written (${why}): make room for it. The race goes on, what makes the ` +
          'picture clean works, and nothing else is taken until it can be written; it is tried again by itself.',
      );
    down = { why, waitMs, againMs: now() + waitMs };
    return why;
  };
  /** A file that is gone from its folder can still be read by us, and by nobody else. */
  const save = () => {
    const lost = file!;
    file = lost.saved();
    lost.close();
    mended(`The tape ${lost.path} was deleted or moved under the desk: all of it is now in ${file.path}.`);
  };
  /** Null when it is written, or will be, with what is gathered. */
  const keep = (line: string, at: number): string | null => {
    if (gathered && !down) {
      gathered.push({ line, at });
      return null;
    }
    const why = down && now() < down.againMs ? down.why : write(line);
    if (why !== null) backlog.add(line, at);
    return why;
  };
  const gather = () => {
    const lines = gathered ?? [];
    if (gathered) gathered = [];
    if (lines.length === 0) return;
    if (write(lines.map(({ line }) => line).join('')) === null) return;
    for (const { line, at } of lines) backlog.add(line, at);
  };
  write(null);

  return {
    get file() {
      return file?.path ?? path;
    },
    commit: (entry) => write(lineOf(entry)),
    ready: () => (down ? write(null) : null),
    keep: (entry) => keep(lineOf(entry), entry.at),
    together(act) {
      if (gathered) return act();
      gathered = [];
      try {
        return act();
      } finally {
        gather();
        gathered = null;
      }
    },
    tend() {
      if (down && now() >= down.againMs) write(null);
      if (isClosed || down || !file || now() - lookedMs < LOOK_MS) return;
      lookedMs = now();
      if (!file.isLost()) return;
      try {
        save();
      } catch (error) {
        fall(error instanceof Error ? error.message : String(error));
      }
    },
    close() {
      isClosed = true;
      file?.close();
    },
  };
}

const lineOf = (entry: TapeEntry | TapeHead): string => `${JSON.stringify(entry)}\n`;
