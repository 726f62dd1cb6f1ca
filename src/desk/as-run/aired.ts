import * as v from 'valibot';
import type { Params } from '../../show/manifest.ts';

const moment = v.pipe(v.number(), v.finite());
const lines = v.pipe(v.array(v.string()), v.readonly());
const place = v.pipe(v.number(), v.integer(), v.minValue(1));

/** As a tape has it. Older tapes have neither words nor stills. */
export const airedShape = v.object({
  n: place,
  overlay: v.string(),
  params: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  step: v.number(),
  takenBy: v.string(),
  pages: v.number(),
  byHand: v.array(v.string()),
  words: v.optional(v.nullable(v.object({ first: lines, last: lines })), null),
  still: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[\w-]+\.(webp|png)$/))), null),
  fromAt: moment,
  fromRaceMs: v.nullable(moment),
  toAt: v.nullable(moment),
  toRaceMs: v.nullable(moment),
});

/** One graphic on air with its values, from the first page that drew it so to the last. */
export interface Aired {
  /** From 1, in the order in which they came. */
  readonly n: number;
  readonly overlay: string;
  /** With which pages drew it. */
  readonly params: Params;
  /** From 1; 0 where neither a page nor the show says it. */
  readonly step: number;
  /** Who took it: "control 1", "http 10.0.0.7", "rule"; "" where that is not known. */
  readonly takenBy: string;
  /** How many pages drew it at once, at most. */
  readonly pages: number;
  /** What hands said instead of the feed while it was on air, the newest 40: "31 family Šafránek (control 1)". */
  readonly byHand: readonly string[];
  /** What was to be read in it first and last, a line for each row or plate; null where no page told it. */
  readonly words: { readonly first: readonly string[]; readonly last: readonly string[] } | null;
  /** The file of its still beside the tape, or null. */
  readonly still: string | null;
  /** On the wall clock, and on the clock of the race where there is one. */
  readonly fromAt: number;
  readonly fromRaceMs: number | null;
  readonly toAt: number | null;
  readonly toRaceMs: number | null;
}

export const spokenShape = v.object({ n: place, words: lines });

/** What was to be read in a graphic at one moment, on the wall clock: an entry of its own, that its row need not be told anew. */
export interface Spoken {
  /** Of its row. */
  readonly n: number;
  readonly at: number;
  readonly words: readonly string[];
}

/** With a row that is new, or told anew. */
export function airedAfter(rows: readonly Aired[], row: Aired): readonly Aired[] {
  const at = rows.findLastIndex(({ n }) => n === row.n);
  return at < 0 ? [...rows, row] : rows.with(at, row);
}

/** With what is to be read in one of them now. */
export function airedSpoken(rows: readonly Aired[], { n, words }: Omit<Spoken, 'at'>): readonly Aired[] {
  const row = rows.findLast((one) => one.n === n);
  return row ? airedAfter(rows, { ...row, words: { first: row.words?.first ?? words, last: words } }) : rows;
}
