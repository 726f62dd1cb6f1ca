import type { Forecast } from '../insight/forecast.ts';
import type { Outcome } from '../insight/outcome.ts';
import { type Command, cleans } from '../show/command.ts';
import type { RundownEdit } from '../show/rundown-edit.ts';
import type { Aired } from '../wire/crew/aired.ts';
import type { LogEntry } from '../wire/crew/log.ts';
import type { KeptRundowns } from '../wire/crew/rundown.ts';
import type { RaceClock } from '../wire/public/half.ts';
import type { Spoken } from './as-run/aired.ts';
import type { Timed } from './feeds/feed.ts';
import { OPERATOR } from './tape/entry.ts';
import type { TapeWriter } from './tape/write.ts';

/** How often the clock of the race is noted: a desk that is taken up again goes on from the newest note. */
const NOTE_MS = 1000;

/** Decides what goes on the tape: every input once, every command, where the race stood. */
export interface Recorder {
  /** `log` is what the log says of it, where somebody said it. */
  input(input: Timed, log?: LogEntry | null): void;
  /** The feed begins again: what it gave before is on the tape. */
  restart(): void;
  /** Null when it is on the tape. Else why not; only what makes the picture clean is then kept for later. */
  command(command: Command, author: string, log?: LogEntry): string | null;
  /** Null when it is on the tape, else why not: then it is not. */
  rundown(edit: RundownEdit, author: string, log: LogEntry): string | null;
  /** With which rundowns a desk begins: edits follow. */
  rundowns(kept: KeptRundowns): void;
  /** What was done is on the tape as soon as it can be. */
  note(log: LogEntry): void;
  /** What was on air is on the tape as soon as it can be. */
  aired(row: Aired): void;
  /** So is what was to be read in it. */
  spoken(spoken: Spoken): void;
  /** A forecast that was given out, and what became of one, are on the tape as soon as they can be. */
  forecast(forecast: Forecast): void;
  outcome(outcome: Outcome): void;
  /** Null, or why nothing can be written now. */
  ready(): string | null;
  /** What is taken in while `act` runs is on the tape when this returns, in one piece. */
  together<T>(act: () => T): T;
  /** Call often. */
  tend(): void;
  /** Call often; writes when the clock was set, and once a second while it runs. */
  clock(clock: RaceClock, isSet: boolean): void;
  /** The desk was closed by its operator: this tape is not taken up again. */
  end(): void;
}

/** The newest moment on a tape, and how many inputs of that moment are there. */
export interface OnTape {
  readonly atMs: number;
  readonly count: number;
}

/** What a tape that is taken up again holds: the inputs that will come again from there, and what the feed gave. */
export interface Past {
  readonly held: OnTape;
  readonly inputs: readonly Timed[];
}

export const nothingOnTape: OnTape = { atMs: Number.NEGATIVE_INFINITY, count: 0 };

export const onTapeAfter = (held: OnTape, input: Timed): OnTape =>
  input.atMs < held.atMs ? held : { atMs: input.atMs, count: input.atMs === held.atMs ? held.count + 1 : 1 };

export const noPast: Past = { held: nothingOnTape, inputs: [] };

export function createRecorder(tape: TapeWriter, { held, inputs }: Past, now = Date.now): Recorder {
  /** Taken from the tape, or said by an operator: whenever these come again, they are on it. */
  const known = new WeakSet<Timed>(inputs);
  let newest = held;
  /** What comes again is not written again: everything before `floor`, and so many inputs of its moment. */
  let floor = held;
  let again = held.count;
  let notedAt = 0;

  const isHeld = ({ atMs }: Timed): boolean => {
    if (atMs !== floor.atMs) return atMs < floor.atMs;
    again -= 1;
    return again >= 0;
  };

  return {
    input(input, log) {
      if (known.has(input)) return;
      if (input.topic === OPERATOR) known.add(input);
      else if (isHeld(input)) return;
      else newest = onTapeAfter(newest, input);
      const { feed, topic, text, atMs } = input;
      tape.keep({ at: now(), feed, raw: { topic, text, atMs }, ...(log && { log }) });
    },
    restart() {
      floor = newest;
      again = newest.count;
    },
    command(command, author, log) {
      const entry = { at: now(), command, author, ...(log && { log }) };
      return cleans(command) ? tape.keep(entry) : tape.commit(entry);
    },
    rundown: (edit, author, log) => tape.commit({ at: now(), rundown: edit, author, log }),
    rundowns(kept) {
      tape.keep({ at: now(), rundowns: kept });
    },
    note(log) {
      tape.keep({ at: now(), log });
    },
    aired(row) {
      tape.keep({ at: now(), aired: row });
    },
    spoken({ at, ...spoken }) {
      tape.keep({ at, spoken });
    },
    forecast(forecast) {
      tape.keep({ at: now(), forecast });
    },
    outcome(outcome) {
      tape.keep({ at: now(), outcome });
    },
    ready: tape.ready,
    together: tape.together,
    tend: tape.tend,
    clock(clock, isSet) {
      const at = now();
      if (!isSet && (clock.rate === 0 || at - notedAt < NOTE_MS)) return;
      notedAt = at;
      tape.keep({ at, clock });
    },
    end() {
      tape.keep({ at: now(), end: true });
      tape.close();
    },
  };
}
