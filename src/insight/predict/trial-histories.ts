import type { Mark } from '../../race/course/course.ts';
import { timedMarks } from '../../race/time-trial/splits.ts';
import { newTrialPast, type TrialHistory, type TrialPast } from './trial-history.ts';
import type { Here, TrialRide } from './trial-rides.ts';

/** How long a piece of the road is that others are compared on. */
const PIECE_M = 4000;
/** Then all is learnt anew: what was measured of the road may have been corrected. */
const LASTS_MS = 1_800_000;

/** How today's others rode on from each place, remembered for the next who comes there. */
export interface TrialHistories {
  from(here: Here, mark: Mark, marks: readonly Mark[], rides: readonly TrialRide[], atMs: number): TrialHistory;
}

export function newTrialHistories(): TrialHistories {
  const kept = new Map<string, { readonly past: TrialPast; readonly madeMs: number }>();
  return {
    from({ distanceM, onRoadMs }, mark, marks, rides, atMs) {
      const lines = timedMarks(marks);
      const isOnRoad = onRoadMs !== null;
      const key = `${isOnRoad} ${distanceM} ${mark.id}`;
      const known = kept.get(key);
      const old = known && atMs - known.madeMs < LASTS_MS ? known.past.learn(rides) : null;
      if (old) return old;
      const places = isOnRoad ? pieces(distanceM, mark.distanceM) : linesFrom(distanceM, mark, lines);
      const past = newTrialPast(places, mark, lines);
      kept.set(key, { past, madeMs: atMs });
      return past.learn(rides)!;
    },
  };
}

/** Pieces of one length. */
function pieces(fromM: number, toM: number): number[] {
  const count = Math.max(1, Math.round((toM - fromM) / PIECE_M));
  return Array.from({ length: count }, (_, i) => fromM + ((toM - fromM) * i) / count);
}

/** Where nothing but the lines tells how riders came: from line to line. */
const linesFrom = (fromM: number, mark: Mark, lines: readonly Mark[]): number[] =>
  lines.map(({ distanceM }) => distanceM).filter((distanceM) => distanceM >= fromM && distanceM < mark.distanceM);
