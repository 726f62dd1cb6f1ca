import * as v from 'valibot';
import type { Params } from '../../show/manifest.ts';

const moment = v.pipe(v.number(), v.finite());

/** A line for each row or plate of a graphic, from top to bottom. */
export const linesShape = v.pipe(v.array(v.string()), v.readonly());
export const placeShape = v.pipe(v.number(), v.integer(), v.minValue(1));

/** As a tape has it, and a page is told. Older tapes have neither outputs, words nor stills. */
export const airedShape = v.object({
  n: placeShape,
  overlay: v.string(),
  params: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  step: v.number(),
  takenBy: v.string(),
  pages: v.number(),
  outputs: v.optional(linesShape, []),
  byHand: v.array(v.string()),
  words: v.optional(v.nullable(v.object({ first: linesShape, last: linesShape })), null),
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
  /** The outputs that drew it, by their names. */
  readonly outputs: readonly string[];
  /** What hands said instead of the feed while it was on air, the newest 40: "31 family Šafránek (control 1)". */
  readonly byHand: readonly string[];
  /** What was to be read in it first and last; null where no page told it. */
  readonly words: { readonly first: readonly string[]; readonly last: readonly string[] } | null;
  /** The file of its still beside the tape, or null. */
  readonly still: string | null;
  /** On the wall clock, and on the clock of the race where there is one. */
  readonly fromAt: number;
  readonly fromRaceMs: number | null;
  readonly toAt: number | null;
  readonly toRaceMs: number | null;
}

/** What was on air as the desk tells it, oldest first; null where that cannot be read. */
export function readAsRun(input: unknown): readonly Aired[] | null {
  const read = v.safeParse(v.object({ rows: v.array(airedShape) }), input);
  return read.success ? read.output.rows : null;
}
