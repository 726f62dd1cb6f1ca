import type { Bib } from '../../race/units.ts';

/** What control shows of the phones of a desk, asked for by `/api/feed/phones`. */
export interface PhonesView {
  /** Who has it may join. */
  readonly code: string;
  /** By which others of the network reach the desk's machine. */
  readonly addresses: readonly string[];
  /** Who has joined, in the order in which they came. */
  readonly phones: readonly GivenPhone[];
}

/** Whose phone may speak for him. */
export interface GivenPhone {
  readonly bib: Bib;
  /** As he typed it; null where a start list knows it. */
  readonly name: string | null;
  /** On the wall clock. */
  readonly atMs: number;
}
