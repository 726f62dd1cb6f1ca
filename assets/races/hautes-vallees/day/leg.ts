import { STEP_M } from './line.ts';
import { type Resistance, roll } from './physics.ts';

/** Where the front of a bunch is to be when. */
export interface PaceKnot {
  readonly cell: number;
  readonly atS: number;
  /** At the head of the race: between two of these the bunch is what sets the pace. */
  readonly leads?: boolean;
}

export interface Leg {
  readonly from: PaceKnot;
  readonly to: PaceKnot;
  /** At its beginning, m/s. */
  readonly speed: number;
  readonly drag: number;
}

const LEAST_WATTS = 0.5;
/** More than anybody has for long; it is also asked of a chase that the brakes hold up. */
const MOST_WATTS = 11;
const NEAR_ENOUGH_S = 0.05;
const MOST_TRIES = 20;
/** What is left when power has no say, as on a descent, is spread over the leg; more than this is a wrong plot. */
const MOST_SPREAD = 0.1;

/**
 * From one knot to the next with the one power that takes just the time given. Writes down the times; returns the
 * speed at the end, NaN when nobody could ride that.
 */
export function rideLeg(on: Resistance, times: Float64Array, leg: Leg): number {
  const { from, to } = leg;
  const wantedS = to.atS - from.atS;
  solve((wattsPerKg) => rollTo(on, times, leg, wattsPerKg) - wantedS, LEAST_WATTS, MOST_WATTS);
  const stretch = wantedS / times[to.cell]!;
  if (!(Math.abs(stretch - 1) < MOST_SPREAD)) return Number.NaN;
  for (let cell = from.cell + 1; cell <= to.cell; cell += 1) times[cell] = from.atS + times[cell]! * stretch;
  return STEP_M / (times[to.cell]! - times[to.cell - 1]!);
}

/** Illinois method on a falling function; the last point tried is the answer. */
function solve(late: (x: number) => number, low: number, high: number): void {
  let [a, b] = [low, high];
  let fa = late(a);
  if (fa <= 0) return;
  let fb = late(b);
  if (fb >= 0) return;
  for (let i = 0; i < MOST_TRIES; i += 1) {
    const x = (a * fb - b * fa) / (fb - fa);
    const f = late(x);
    if (Math.abs(f) < NEAR_ENOUGH_S) return;
    if (f * fb < 0) [a, fa] = [b, fb];
    else fa /= 2;
    [b, fb] = [x, f];
  }
}

/** Seconds from one end of the leg to the other; `times` gets them, from 0. */
function rollTo(on: Resistance, times: Float64Array, { from, to, speed, drag }: Leg, wattsPerKg: number): number {
  let v = speed;
  let s = 0;
  for (let cell = from.cell; cell < to.cell; cell += 1) {
    const next = roll(on, cell, v, wattsPerKg, drag);
    s += (2 * STEP_M) / (v + next);
    v = next;
    times[cell + 1] = s;
  }
  return s;
}
