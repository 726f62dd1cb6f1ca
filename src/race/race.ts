import type { RiderStatus } from './event.ts';
import type { Health } from './health.ts';
import type { JerseyKind, Sheet } from './sheet.ts';
import type { Standings } from './standings.ts';
import type { TimeTrial } from './time-trial.ts';
import type { Bib, Origin, Reading } from './units.ts';

/** What is known about the race at one moment. Plain data: it travels, and anyone can draw it. */
export interface Race {
  readonly sheet: Sheet;
  /** The moment it speaks of, on the clock of the race. */
  readonly atMs: number;
  readonly phase: 'before' | 'neutral' | 'racing' | 'finished';
  /** Every rider of the start list, in the order of the road; those off the road last, by bib. */
  readonly places: readonly Place[];
  /** From head to back: a partition of the riders who race and are located. */
  readonly groups: readonly Group[];
  readonly standings: Standings;
  /** Lines crossed so far, oldest first. */
  readonly passages: readonly Passage[];
  /** In a time trial, else null. */
  readonly timeTrial: TimeTrial | null;
  readonly health: Health;
}

/** How old a tracker's news is: `late` is still worth drawing, muted; `silent` and `off` are not drawn. */
export type TrackerState = 'live' | 'late' | 'silent' | 'off';

/** Where one rider is. */
export interface Place {
  readonly bib: Bib;
  readonly status: RiderStatus | 'finished';
  readonly tracker: TrackerState;
  /** Order on the road, from 1; null when not located. */
  readonly rank: number | null;
  /** From km 0; never runs backwards on air: only who was not drawn may start anew. NaN when never located. */
  readonly distanceM: number;
  readonly speedKph: number;
  /** The fix that the place rests on. */
  readonly atMs: number;
  /** Seconds to the first rider, at the same point of the course; null when not known. */
  readonly gapS: number | null;
  readonly gapOrigin: Origin;
  /** Id of the group, null when in none. */
  readonly group: string | null;
  /** When the line was crossed, for a finisher; its value is the seconds behind the first. */
  readonly finish: Reading | null;
}

export type GroupKind = 'head' | 'chasers' | 'peloton' | 'jersey' | 'dropped' | 'gruppetto';

export interface Group {
  /** Stays with the group while half of its riders do. */
  readonly id: string;
  readonly kind: GroupKind;
  /** Chasers 1..n; 0 when there is no need to count. */
  readonly ordinal: number;
  /** The operator's or the organiser's own name; wins over `kind`. */
  readonly name: string | null;
  /** In the order of the road. */
  readonly bibs: readonly Bib[];
  readonly frontM: number;
  readonly backM: number;
  readonly speedKph: number;
  /** To the head of the race: from the back of the head group to the front of this one. Null for the head. */
  readonly gap: Reading | null;
  /** To the group before. Null for the head. */
  readonly gapToPrevious: Reading | null;
  /** Change of `gap` over the last 60 s, in seconds per minute; positive is losing time. Null when not known. */
  readonly trendSPerMin: number | null;
  readonly jerseys: readonly JerseyKind[];
  readonly onCamera: boolean;
}

/** A rider over a line: a sprint, a summit, a split, the finish. */
export interface Passage {
  readonly mark: string;
  readonly bib: Bib;
  /** Order at this line, from 1. */
  readonly rank: number;
  readonly atMs: number;
  readonly origin: Origin;
  readonly lap: number;
}
