import type { Mark } from '../../race/course/course.ts';
import { type FitPoint, fitLine } from './fit-line.ts';
import type { TrialRide } from './trial-rides.ts';

/** So many who have ridden a piece of road today before it tells anything. */
const LEAST_DONE = 8;
/** The newest so many tell how it is ridden now: a wind that turns is soon known. */
const NEWEST_DONE = 20;
/** The newest errors, of forecasts that have come due. */
const NEWEST_ERRORS = 25;

/** How today's others rode from a place of the road to a line ahead of it. */
export interface TrialHistory {
  /** How many have come to the line, of those who were measured at the place. */
  readonly done: number;
  /** The least seconds to the place, of those. */
  readonly bestS: number;
  /** Seconds to the line of who took so many to the place; null while too few have shown it. */
  expectedS(placeS: number): number | null;
  /** Logarithms of what those who have come really took, to what was expected of them when they were at the place. */
  readonly errors: readonly number[];
}

/** Somebody on a piece of the road: logarithms of his seconds since the start at its beginning and at its end. */
interface Step extends FitPoint {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * From piece to piece of the road as the newest of those rode it who have come through: a line through the logarithms of
 * both times. `places` are where the pieces begin, the first of them being the place that it is told from.
 */
export function trialHistory(rides: readonly TrialRide[], places: readonly number[], mark: Mark): TrialHistory {
  const ends = [
    ...places.map((placeM) => (ride: TrialRide) => ride.passedMs(placeM)),
    (ride: TrialRide) => ride.crossedMs(mark),
  ];
  const passed = rides.map((ride) => ({ startMs: ride.startMs, ms: ends.map((end) => end(ride)) }));
  const between = (from: number, to: number): Step[] =>
    passed.flatMap(({ startMs, ms }) => stepOf(startMs, ms[from]!, ms[to]!)).sort((a, b) => a.toMs - b.toMs);
  const steps = places.map((_, i) => between(i, i + 1));
  const done = between(0, places.length);
  const errors: number[] = [];
  for (let i = done.length - 1; i >= 0 && errors.length < NEWEST_ERRORS; i -= 1) {
    const { x, y, fromMs } = done[i]!;
    const expected = expectedLog(steps, x, fromMs);
    if (expected !== null) errors.push(y - expected);
  }
  return {
    done: done.length,
    bestS: Math.exp(Math.min(...done.map(({ x }) => x))),
    errors,
    expectedS(placeS) {
      const log = expectedLog(steps, Math.log(placeS), Number.POSITIVE_INFINITY);
      return log === null ? null : Math.exp(log);
    },
  };
}

function stepOf(startMs: number, fromMs: number | null, toMs: number | null): Step[] {
  if (fromMs === null || toMs === null || fromMs <= startMs || toMs <= fromMs) return [];
  return [{ fromMs, toMs, x: Math.log((fromMs - startMs) / 1000), y: Math.log((toMs - startMs) / 1000) }];
}

/** As it was known at a moment. */
function expectedLog(steps: readonly (readonly Step[])[], log: number, nowMs: number): number | null {
  let expected = log;
  for (const step of steps) {
    const later = step.findIndex(({ toMs }) => toMs > nowMs);
    const known = later < 0 ? step.length : later;
    if (known < LEAST_DONE) return null;
    expected = fitLine(step.slice(Math.max(0, known - NEWEST_DONE), known))(expected);
  }
  return expected;
}
