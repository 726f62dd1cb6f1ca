import type { JerseyKind } from '../sheet.ts';
import type { Bib, Reading } from '../units.ts';

export type GroupKind = 'head' | 'chasers' | 'peloton' | 'jersey' | 'dropped' | 'gruppetto' | 'rest';

export interface Group {
  /** Stays with the group while half of its riders do. */
  readonly id: string;
  readonly kind: GroupKind;
  /** Chasers 1..n; 0 when there is no need to count. */
  readonly ordinal: number;
  /** The operator's or the organiser's own name; wins over `kind`. */
  readonly name: string | null;
  /**
   * How many pieces of the road it is. 1: it rides together. More, or kind `rest`: those who have no name of their own, put
   * together to be counted; they have no trend.
   */
  readonly pieces: number;
  /** In the order of the road. */
  readonly bibs: readonly Bib[];
  /** Since when it rides by itself; null where it did so when the race was first seen. */
  readonly sinceMs: number | null;
  readonly frontM: number;
  readonly backM: number;
  /** NaN where nobody knows. */
  readonly speedKph: number;
  /** To the head of the race: from the back of the head group to the front of this one. Null for the head. */
  readonly gap: Reading | null;
  /** To those who are really in front of it, whatever they are called. Null for the head. */
  readonly gapToPrevious: Reading | null;
  /** Change of `gap` over the last 60 s, in seconds per minute; positive is losing time. Null when not known. */
  readonly trendSPerMin: number | null;
  readonly jerseys: readonly JerseyKind[];
  readonly onCamera: boolean;
}
