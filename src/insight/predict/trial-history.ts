import type { Mark } from '../../race/course/course.ts';
import { newTrialPiece, type Ridden } from './trial-piece.ts';
import type { TrialRide } from './trial-rides.ts';

/** The newest errors, of forecasts that have come due. */
const NEWEST_ERRORS = 25;
/** Trackers know no better whether somebody has come to a place. */
const NEAR_M = 200;

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

/** A history that remembers: of the same day later it learns only what is new. */
export interface TrialPast {
  /** Null where somebody's past is another one than it was: all is to be learnt anew then. */
  learn(rides: readonly TrialRide[]): TrialHistory | null;
}

/** When somebody was where. */
interface Passed {
  readonly startMs: number;
  readonly riders: number;
  /** At the beginning of each piece, and at the line; null where that was not measured yet. */
  readonly ms: readonly (number | null)[];
  /** Nothing more is to come, unless his line is told anew. */
  readonly isWhole: boolean;
}

/**
 * From piece to piece of the road as the newest of those rode it who have come through: a line through the logarithms of
 * both times. `places` are where the pieces begin, the first of them being the place that it is told from.
 */
export function newTrialPast(places: readonly number[], mark: Mark, lines: readonly Mark[]): TrialPast {
  // What a tracker has said of a line may be said by the line itself a little later.
  const ends = places.map((distanceM) => ({ distanceM, isLine: lines.some((line) => line.distanceM === distanceM) }));
  const known = new Map<string, Passed>();
  const pieces = places.map(newTrialPiece);
  const whole = newTrialPiece();
  const errors = new Map<Ridden, number | null>();

  /** False where his past has changed. */
  const learnOne = (ride: TrialRide): boolean => {
    const before = known.get(ride.who);
    const now = passedOf(ride, before, ends, mark);
    if (now === before) return true;
    if (before && !isSamePast(before, now)) return false;
    known.set(ride.who, now);
    const learn = (from: number, to: number) =>
      before && before.ms[from] !== null && before.ms[to] !== null ? null : stepOf(now, from, to);
    for (const [i, piece] of pieces.entries()) piece.add(learn(i, i + 1));
    whole.add(learn(0, places.length));
    return true;
  };
  /** As it was known at a moment. */
  const expectedLog = (log: number, nowMs: number): number | null => {
    let expected = log;
    for (const piece of pieces) {
      const line = piece.lineUntil(nowMs);
      if (!line) return null;
      expected = line(expected);
    }
    return expected;
  };
  const errorOf = (step: Ridden): number | null => {
    const found = errors.get(step);
    if (found !== undefined) return found;
    const expected = expectedLog(step.x, step.fromMs);
    const error = expected === null ? null : step.y - expected;
    errors.set(step, error);
    return error;
  };
  const newestErrors = (steps: readonly Ridden[]): number[] => {
    const newest: number[] = [];
    for (let i = steps.length - 1; i >= 0 && newest.length < NEWEST_ERRORS; i -= 1) {
      const error = errorOf(steps[i]!);
      if (error !== null) newest.push(error);
    }
    return newest;
  };
  return {
    learn(rides) {
      if (!rides.every(learnOne) || known.size !== rides.length) return null;
      const sinceMs = Math.min(...pieces.map((piece) => piece.settle()));
      // What came in late was known to none who was at the place after it.
      for (const step of errors.keys()) if (step.fromMs >= sinceMs) errors.delete(step);
      whole.settle();
      const done = whole.steps();
      return {
        done: done.length,
        bestS: Math.exp(done.reduce((best, { x }) => Math.min(best, x), Number.POSITIVE_INFINITY)),
        errors: newestErrors(done),
        expectedS(placeS) {
          const log = expectedLog(Math.log(placeS), Number.POSITIVE_INFINITY);
          return log === null ? null : Math.exp(log);
        },
      };
    },
  };
}

/** The same object where nothing is new: most have come in long ago. */
function passedOf(
  ride: TrialRide,
  before: Passed | undefined,
  ends: readonly { readonly distanceM: number; readonly isLine: boolean }[],
  mark: Mark,
): Passed {
  const { startMs, riders } = ride;
  const isSame = before && before.startMs === startMs && before.riders === riders;
  const crossedMs = ride.crossedMs(mark);
  if (isSame && before.isWhole && before.ms[ends.length] === crossedMs) return before;
  const at = ends.map(({ distanceM, isLine }, i) => {
    const known = isLine ? null : (before?.ms[i] ?? null);
    return known !== null || distanceM > ride.distanceM + NEAR_M ? known : ride.passedMs(distanceM);
  });
  const ms = [...at, crossedMs];
  if (isSame && ms.every((one, i) => one === before.ms[i])) return before;
  return { startMs, riders, ms, isWhole: !ms.includes(null) && !ends.some(({ isLine }) => isLine) };
}

const isSamePast = (before: Passed, { startMs, riders, ms }: Passed): boolean =>
  before.startMs === startMs && before.riders === riders && before.ms.every((one, i) => one === null || one === ms[i]);

function stepOf({ startMs, ms }: Passed, from: number, to: number): Ridden | null {
  const [fromMs, toMs] = [ms[from]!, ms[to]!];
  if (fromMs === null || toMs === null || fromMs <= startMs || toMs <= fromMs) return null;
  return { fromMs, toMs, x: Math.log((fromMs - startMs) / 1000), y: Math.log((toMs - startMs) / 1000) };
}
