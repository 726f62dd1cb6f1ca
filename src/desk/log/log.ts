import { LOG_KEPT, LOG_LONGEST, type LogEntry, type LogLine } from '../../wire/crew/log.ts';
import type { Recorder } from '../recorder.ts';

/** What was done, before it is known who did it and when. */
export type Deed = Pick<LogEntry, 'kind' | 'what' | 'why'>;

/** As a tape tells it: with its moment on the desk's wall clock. */
export type PastEntry = LogEntry & { readonly atMs: number };

/** What was done to the show and the race, by whom and why: the newest lines. */
export interface DeskLog {
  /** The entry that goes on the tape, and is added once it is there. Where it is not of now, say of when. */
  entry(deed: Deed, author: string, raceMs?: number): LogEntry;
  add(entry: LogEntry): void;
  /** What has no place of its own on the tape is noted there, and added; null is nothing. */
  note(deed: Deed | null, author: string, raceMs?: number): void;
  /** Those with a higher number, oldest first. */
  since(n: number): readonly LogLine[];
  /** The number of the newest line; 0 where there is none. */
  newest(): number;
}

interface LogOptions {
  /** Oldest first. */
  readonly past: readonly PastEntry[];
  /** The clock of the race, 0 while it is not known. */
  readonly raceMs: () => number;
  /** The wall clock. */
  readonly now: () => number;
  readonly recorder: Pick<Recorder, 'note'>;
}

export function createDeskLog({ past, raceMs, now, recorder }: LogOptions): DeskLog {
  let lines: LogLine[] = past.slice(-LOG_KEPT).map((entry, i) => ({ ...entry, n: i + 1 }));
  let newest = lines.length;
  const entry: DeskLog['entry'] = ({ kind, what, why }, author, atMs = raceMs()) => ({
    kind,
    author,
    raceMs: atMs === 0 ? null : Math.round(atMs),
    what: what.slice(0, LOG_LONGEST),
    why: why === null ? null : why.slice(0, LOG_LONGEST),
  });
  const add: DeskLog['add'] = (one) => {
    newest += 1;
    lines.push({ ...one, n: newest, atMs: now() });
    if (lines.length >= 2 * LOG_KEPT) lines = lines.slice(-LOG_KEPT);
  };
  return {
    entry,
    add,
    note(deed, author, atMs) {
      if (!deed) return;
      const one = entry(deed, author, atMs);
      recorder.note(one);
      add(one);
    },
    since: (n) => lines.slice(Math.max(0, lines.length - Math.min(LOG_KEPT, newest - n))),
    newest: () => newest,
  };
}
