import { INFO } from '../race.ts';
import { type Cast, castFor } from './cast.ts';
import { type PaceTable, timetable } from './pace.ts';
import { FIELD, HEAD, type Plot } from './plot.ts';
import { cellAt, type Road, road } from './road.ts';
import { stageFor } from './stage.ts';

/** Everything that the seed decides before anybody starts. */
export interface Day {
  readonly seed: number;
  readonly road: Road;
  readonly plot: Plot;
  readonly cast: Cast;
  readonly times: PaceTable;
  /** The moment that seconds of the day are counted from. */
  readonly zeroMs: number;
  /** Seconds from there until the last rider has rolled out behind the finish. */
  readonly lastS: number;
}

/** After the last one has finished. */
const AFTERMATH_S = 240;

export function dayOf(seed: number): Day {
  const plot = stageFor(seed);
  const cast = castFor(seed, plot);
  const times = timetable(road(), plot, cast);
  const startS = times.get(FIELD)![cellAt(road(), 0)]!;
  const finish = cellAt(road(), road().lengthM);
  const arrivals = [...times.values()].map((bunch) => bunch[finish]!).filter((atS) => !Number.isNaN(atS));
  return {
    seed,
    road: road(),
    plot,
    cast,
    times,
    zeroMs: INFO.startMs - Math.round(startS) * 1000,
    lastS: Math.ceil(Math.max(...arrivals)) + AFTERMATH_S,
  };
}

/** Second of the day at which the front of a bunch is somewhere; NaN when it never is. */
export const secondAt = ({ times, road: on }: Day, bunch: string, distanceM: number): number =>
  times.get(bunch)![cellAt(on, distanceM)] ?? Number.NaN;

export const headSecondAt = (day: Day, distanceM: number): number => secondAt(day, HEAD, distanceM);

/** When a bunch leaves the one it came from, and when it ends in another; NaN for never. */
export function lifeOf(day: Day, id: string): { readonly fromS: number; readonly toS: number } {
  const bunch = day.plot.bunches.find((one) => one.id === id)!;
  return {
    fromS: bunch.leaves ? secondAt(day, id, bunch.leaves.km * 1000) : 0,
    toS: bunch.ends ? secondAt(day, id, bunch.ends.km * 1000) : Number.NaN,
  };
}
