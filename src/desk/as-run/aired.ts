import * as v from 'valibot';
import { type Aired, linesShape, placeShape } from '../../wire/crew/aired.ts';

export const spokenShape = v.object({ n: placeShape, words: linesShape });

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
