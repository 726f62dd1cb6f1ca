import * as v from 'valibot';
import { airedShape } from '../../wire/crew/aired.ts';
import { type LogEntry, logEntryShape } from '../../wire/crew/log.ts';
import { fail, ok, type Result } from '../../wire/result.ts';
import { spokenShape } from '../as-run/aired.ts';
import type { Timed } from '../feeds/feed.ts';
import { jsonOf, numberOf, recordOf, textOf } from '../feeds/json.ts';
import { DESK, OPERATOR, type TapeEntry, type TapeHead } from './entry.ts';
import { ANEW, createUnpacker } from './pack/pack.ts';

export interface Tape {
  readonly head: TapeHead;
  readonly entries: readonly TapeEntry[];
  /** Lines that could not be read: the last one is cut off when the desk was killed. */
  readonly broken: number;
}

export const isTape = (content: string): boolean => content.startsWith('{"tape":');

export function readTape(file: string, content: string): Result<Tape> {
  const [first = '', ...lines] = content.split('\n');
  const head = headOf(first);
  if (!head) return fail(`${file} is no tape that this desk can read: its first line does not say "tape":2.`);
  const entries: TapeEntry[] = [];
  let broken = 0;
  const unpacked = createUnpacker();
  for (const packed of lines) {
    const line = unpacked(packed);
    if (packed === '' || packed === ANEW) continue;
    const entry = line === null ? null : entryOf(line, head.feed);
    if (entry) entries.push(entry);
    else broken += 1;
  }
  return ok({ head, entries, broken });
}

export function headOf(line: string): TapeHead | null {
  const head = recordOf(jsonOf(line));
  const startedAt = numberOf(head?.startedAt);
  if ((head?.tape !== 1 && head?.tape !== 2) || startedAt === null) return null;
  const { feed, title, source } = head;
  if (typeof feed !== 'string' || typeof title !== 'string' || typeof source !== 'string') return null;
  const brought = Object.entries(recordOf(head.brought) ?? {}).filter(
    (entry): entry is [string, string] => textOf(entry[1]) !== '',
  );
  return {
    ...{ tape: head.tape, feed, title, source, startedAt },
    ...(brought.length > 0 && { brought: Object.fromEntries(brought) }),
    ...(head.isLive === true && { isLive: true }),
  };
}

/** The raw inputs, as they came. */
export const rawsOf = (entries: readonly TapeEntry[]): Timed[] =>
  entries.flatMap((entry) => ('raw' in entry ? [{ feed: entry.feed, ...entry.raw }] : []));

function entryOf(line: string, onlyFeed: string): TapeEntry | null {
  const entry = recordOf(jsonOf(line));
  const at = numberOf(entry?.at);
  if (!entry || at === null) return null;
  const log = logOf(entry.log);
  const raw = recordOf(entry.raw);
  if (raw) {
    const atMs = numberOf(raw.atMs);
    const { topic, text } = raw;
    return atMs === null || typeof topic !== 'string' || typeof text !== 'string'
      ? null
      : { at, feed: textOf(entry.feed) || (topic === OPERATOR ? DESK : onlyFeed), raw: { atMs, topic, text }, ...log };
  }
  const clock = recordOf(entry.clock);
  if (clock) {
    const [atMs, rate] = [numberOf(clock.atMs), numberOf(clock.rate)];
    return atMs === null || rate === null ? null : { at, clock: { atMs, rate } };
  }
  if (entry.end === true) return { at, end: true };
  const hole = recordOf(entry.hole);
  if (hole) return { at, hole: { lines: numberOf(hole.lines) ?? 0, fromAt: numberOf(hole.fromAt) ?? at } };
  if (entry.command !== undefined) return { at, command: entry.command, author: textOf(entry.author), ...log };
  if (entry.rundowns !== undefined) return { at, rundowns: entry.rundowns };
  if (entry.rundown !== undefined) return { at, rundown: entry.rundown, author: textOf(entry.author), ...log };
  if (entry.aired !== undefined) return airedOf(at, entry.aired);
  if (entry.spoken !== undefined) return spokenOf(at, entry.spoken);
  if (entry.forecast !== undefined) return { at, forecast: entry.forecast };
  if (entry.outcome !== undefined) return { at, outcome: entry.outcome };
  return log && { at, ...log };
}

function airedOf(at: number, input: unknown): TapeEntry | null {
  const aired = v.safeParse(airedShape, input);
  return aired.success ? { at, aired: aired.output } : null;
}

function spokenOf(at: number, input: unknown): TapeEntry | null {
  const spoken = v.safeParse(spokenShape, input);
  return spoken.success ? { at, spoken: spoken.output } : null;
}

function logOf(input: unknown): { readonly log: LogEntry } | null {
  const log = v.safeParse(logEntryShape, input);
  return log.success ? { log: log.output } : null;
}
