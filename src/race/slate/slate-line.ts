import type { Bib } from '../units.ts';

/** A time gap as a voice tells it: so far ahead of the peloton, or so far behind the head of the race. */
export interface ToldGap {
  readonly s: number;
  readonly to: 'peloton' | 'head';
}

/** One line of the slate: who rides together, and what is said of them. What is not said stays as it was. */
export interface SlateLine {
  /** Nobody named: the peloton, which is whoever rides in no group of the slate. */
  readonly bibs: readonly Bib[];
  readonly gap: ToldGap | null;
  /** Of its first rider, from km 0. */
  readonly km: number | null;
}
