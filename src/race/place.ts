import type { RiderStatus } from './event.ts';
import type { Bib, Origin, Reading } from './units.ts';

/** How old a tracker's news is: `late` is still worth drawing, as an estimate; `silent` and `off` are not drawn. */
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
  /** When the line was crossed, for a finisher; its value is the seconds behind the first, which mean nothing of who was lapped. */
  readonly finish: Reading | null;
  /** Of who was lapped and flagged off once the race was won: so many laps fewer than all. 0 for everybody else. */
  readonly lapsDown: number;
}

/** On the road, or over the line; who has left, or was sent away, is not. */
export const isInRace = ({ status }: Pick<Place, 'status'>): boolean => status === 'racing' || status === 'finished';
