import * as v from 'valibot';
import type { Params } from '../../show/manifest.ts';

const moment = v.pipe(v.number(), v.finite());

/** As a tape has it. */
export const airedShape = v.object({
  n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  overlay: v.string(),
  params: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  step: v.number(),
  takenBy: v.string(),
  pages: v.number(),
  byHand: v.array(v.string()),
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
  /** With which it came. */
  readonly params: Params;
  /** From 1; 0 where nobody wished it any more when it was first seen. */
  readonly step: number;
  /** Who took it: "control 1", "http 10.0.0.7", "rule"; "" where that is not known. */
  readonly takenBy: string;
  /** How many pages drew it at once, at most. */
  readonly pages: number;
  /** What hands said instead of the feed while it was on air, the newest 40: "31 family Šafránek (control 1)". */
  readonly byHand: readonly string[];
  /** On the wall clock, and on the clock of the race where there is one. */
  readonly fromAt: number;
  readonly fromRaceMs: number | null;
  readonly toAt: number | null;
  readonly toRaceMs: number | null;
}

/** With a row that is new, or told anew. */
export function airedAfter(rows: readonly Aired[], row: Aired): readonly Aired[] {
  const at = rows.findIndex(({ n }) => n === row.n);
  return at < 0 ? [...rows, row] : rows.with(at, row);
}
