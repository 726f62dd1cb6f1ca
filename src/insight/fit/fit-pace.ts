import type { PastRaces } from '../past.ts';
import type { Ridden } from './lesson.ts';

type PaceTable = PastRaces['pace'];

/** What was known before counts as so many kilometres ridden at each of its gradients. */
export const KNOWN_KM = 50;

export interface FittedPace {
  readonly pace: PaceTable;
  /** Ridden about each of its gradients. */
  readonly km: readonly number[];
}

/**
 * The speeds between which those ridden lie: of each piece `seconds * speed` is to be its length, where a speed between two
 * gradients of the table is read in a straight line, as forecasts read it. So the time of the whole is right, which a mean of
 * speeds does not give. What is known pulls each speed as hard as it counts, and uphill nobody rides faster.
 */
export function fitPace(ridden: readonly Ridden[], known: PaceTable): FittedPace {
  const own = known.map(({ kph }) => (3600 * KNOWN_KM) / kph);
  const next = known.map(() => 0);
  const km = known.map(() => 0);
  const right = known.map(() => 3600 * KNOWN_KM);
  for (const { gradientPct, m, s } of ridden) {
    const { low, share } = between(known, gradientPct);
    for (const [at, weight] of [[low, 1 - share] as const, [low + 1, share] as const]) {
      if (weight === 0) continue;
      own[at]! += weight * weight * s;
      right[at]! += 3.6 * weight * m;
      km[at]! += (weight * m) / 1000;
    }
    next[low]! += share * (1 - share) * s;
  }
  const speeds = sane(solved(own, next, right), own, known);
  return { pace: known.map(({ gradientPct }, at) => ({ gradientPct, kph: speeds[at]! })), km };
}

/** Between which two gradients of the table one lies, and how far along; at its ends it is the last one. */
function between(table: PaceTable, gradientPct: number): { low: number; share: number } {
  const above = table.findIndex((one) => one.gradientPct > gradientPct);
  if (above === 0) return { low: 0, share: 0 };
  if (above < 0) return { low: table.length - 1, share: 0 };
  const [a, b] = [table[above - 1]!.gradientPct, table[above]!.gradientPct];
  return { low: above - 1, share: (gradientPct - a) / (b - a) };
}

/** Of equations each of which knows its neighbours alone (Thomas): `next` is what an unknown has in common with the next. */
function solved(own: readonly number[], next: readonly number[], right: readonly number[]): number[] {
  const [left, value] = [[...own], [...right]];
  for (let at = 1; at < left.length; at += 1) {
    const factor = next[at - 1]! / left[at - 1]!;
    left[at]! -= factor * next[at - 1]!;
    value[at]! -= factor * value[at - 1]!;
  }
  for (let at = left.length - 1; at >= 0; at -= 1) {
    const after = at + 1 < left.length ? next[at]! * value[at + 1]! : 0;
    value[at] = (value[at]! - after) / left[at]!;
  }
  return value;
}

/** Slower the steeper the road climbs, and on descents steeper than the fastest one not faster than there. */
function sane(speeds: readonly number[], weights: readonly number[], known: PaceTable): number[] {
  const fastest = known.reduce((best, { kph }, at) => (kph > known[best]!.kph ? at : best), 0);
  const all = [...speeds.slice(0, fastest), ...neverRising(speeds.slice(fastest), weights.slice(fastest))];
  for (let at = fastest - 1; at >= 0; at -= 1) all[at] = Math.min(all[at]!, all[at + 1]!);
  return all;
}

/** Those that rise are put together, each by its weight, until none does (pool adjacent violators). */
function neverRising(values: readonly number[], weights: readonly number[]): number[] {
  const pools: { value: number; weight: number; count: number }[] = [];
  values.forEach((value, at) => {
    let pool = { value, weight: weights[at]!, count: 1 };
    for (let before = pools.at(-1); before && before.value < pool.value; before = pools.at(-1)) {
      pools.pop();
      const weight = before.weight + pool.weight;
      const mean = (before.value * before.weight + pool.value * pool.weight) / weight;
      pool = { value: mean, weight, count: before.count + pool.count };
    }
    pools.push(pool);
  });
  return pools.flatMap(({ value, count }) => Array.from({ length: count }, () => value));
}
