import { correct, DRIFT_S, FASTEST_MPS, noMotion, predict, type RiderMotion, surprise } from './filter.ts';
import { type Feet, newFeet, project, type RoadIndex } from './road-index.ts';
import type { Surroundings } from './surroundings.ts';

/** One way to read a rider's fixes: on a road that is ridden twice there may be several. */
export interface Hypothesis {
  readonly motion: RiderMotion;
  /** Of the fix that it rests on. */
  atMs: number;
  /** How badly it explains the fixes; only differences mean anything. */
  cost: number;
  /** The farthest that it ever was: nobody rides back. */
  peakM: number;
  /** Fixes in a row that it does not explain. */
  misses: number;
  /** The last of them that was on the road within reach, only surprisingly far off; and the first of their row. */
  doubtful: { readonly distanceM: number; readonly atMs: number; readonly sinceMs: number } | null;
  /** When and where it was made, the fixes explained since, and what it must show before it is believed. */
  readonly sinceMs: number;
  readonly sinceM: number;
  hits: number;
  readonly proof: Proof;
}

/** How long, over how many fixes and how far a hypothesis must hold. */
export interface Proof {
  readonly s: number;
  readonly hits: number;
  readonly movedM: number;
}

export interface Fix {
  readonly lat: number;
  readonly lon: number;
  readonly speedKph: number | null;
  readonly atMs: number;
}

/** Backwards, noise; forwards, noise on top of the fastest descent. */
const SLACK_M = 80;
const BACK_M = 25;
/** A speed is known this well; a sprinter, or a rider over a summit, speeds up like this. */
const SPEED_SLACK_MPS = 3;
const SPEED_UP_MPS2 = 2;
/** Beyond the first minute of a hole nobody keeps up a descent. */
const LONG_HOLE_MPS = 18;
/** The pace of a fast race over hours, and what may be added to it. */
const RACE_MPS = 14;
const RACE_SLACK_M = 1000;
/** Variance across the road: the receiver's error and the mapped line's together. */
const CROSS_M2 = 225;
/** A fix this surprising, in squared standard deviations, needs others that agree, for so long. */
const DOUBTFUL = 36;
const DOUBT_MS = 3000;
/** For each second of a fix that is not explained; a long silence counts as three seconds. */
const MISS_COST_PER_S = 2.7;
const MOST_MISS_S = 3;
const GIVE_UP_COST = 30;
const MOST_HYPOTHESES = 4;
const SAME_PLACE_M = 30;
/** From here on a silence is a hole: the last speed alone is a poor guess. */
const HOLE_S = 20;
/** How much a rider's pace may have changed over a hole. */
const HOLE_SPREAD = 0.2;

const feet: Feet = newFeet();
const expected: RiderMotion = noMotion();

export const crossCost = (crossM: number): number => (crossM * crossM) / CROSS_M2;

/** Going back a little is noise; going back more is the wrong side of the road. */
const backCost = (backM: number): number => (backM > BACK_M ? (backM / BACK_M) ** 2 : 0);

/** The usual case, without a new object: the only reading of a rider has exactly one place for the fix. */
export function advance(one: Hypothesis, fix: Fix, road: RoadIndex, around: Surroundings): boolean {
  const dtS = lookFor(one, fix, road, around);
  if (feet.count !== 1) return false;
  const distanceM = feet.distanceM[0]!;
  const crossM = feet.crossM[0]!;
  if (surprise(expected, distanceM, crossM, dtS) > DOUBTFUL) return false;
  correct(expected, distanceM, crossM, fix.speedKph, dtS, one.motion);
  one.atMs = fix.atMs;
  one.cost = 0;
  one.peakM = Math.max(one.peakM, one.motion.distanceM);
  one.misses = 0;
  one.doubtful = null;
  one.hits += 1;
  return true;
}

/**
 * Adds what becomes of a hypothesis: one for each place that it allows, or itself, coasting. `heardMs` is when the fix
 * before was, believed or not.
 */
export function branch(
  one: Hypothesis,
  fix: Fix,
  heardMs: number,
  road: RoadIndex,
  around: Surroundings,
  into: Hypothesis[],
): boolean {
  const dtS = lookFor(one, fix, road, around);
  let any = false;
  let doubtful: Hypothesis['doubtful'] = null;
  for (let i = 0; i < feet.count; i += 1) {
    const distanceM = feet.distanceM[i]!;
    const crossM = feet.crossM[i]!;
    const surprising = surprise(expected, distanceM, crossM, dtS);
    if (surprising > DOUBTFUL && !isBorneOut(one.doubtful, distanceM, fix.atMs)) {
      const sinceMs = follows(one.doubtful, distanceM, fix.atMs) ? one.doubtful!.sinceMs : fix.atMs;
      doubtful = { distanceM, atMs: fix.atMs, sinceMs };
      continue;
    }
    const motion = noMotion();
    correct(expected, distanceM, crossM, fix.speedKph, dtS, motion);
    const peakM = Math.max(one.peakM, motion.distanceM);
    const aside = crossCost(crossM) * Math.min(1, dtS / DRIFT_S);
    const cost = one.cost + aside + Math.min(surprising, DOUBTFUL) + backCost(peakM - motion.distanceM);
    const { sinceMs, sinceM, hits, proof } = one;
    into.push({
      motion,
      atMs: fix.atMs,
      cost,
      peakM,
      misses: 0,
      doubtful: null,
      sinceMs,
      sinceM,
      hits: hits + 1,
      proof,
    });
    any = true;
  }
  if (!any) {
    one.cost += MISS_COST_PER_S * Math.min(MOST_MISS_S, (fix.atMs - heardMs) / 1000);
    one.misses += 1;
    one.doubtful = doubtful;
    into.push(one);
  }
  return any;
}

/** A rider could have come here from the doubtful place. */
function follows(doubtful: Hypothesis['doubtful'], distanceM: number, atMs: number): boolean {
  if (!doubtful) return false;
  const wayM = distanceM - doubtful.distanceM;
  return wayM > -BACK_M && wayM < BACK_M + (FASTEST_MPS * (atMs - doubtful.atMs)) / 1000;
}

/** Doubtful fixes that agree with each other for a while are no error: the rider has really stopped, or flown. */
const isBorneOut = (doubtful: Hypothesis['doubtful'], distanceM: number, atMs: number): boolean =>
  doubtful !== null && atMs - doubtful.sinceMs >= DOUBT_MS && follows(doubtful, distanceM, atMs);

/** Fills `expected` and `feet`; the seconds since the fix before. */
function lookFor(one: Hypothesis, fix: Fix, road: RoadIndex, around: Surroundings): number {
  const { distanceM } = one.motion;
  const dtS = Math.max(0.2, (fix.atMs - one.atMs) / 1000);
  expect(one.motion, dtS, around);
  const toM = Math.min(distanceM + reachM(one.motion, dtS), reachableM(distanceM, dtS, around));
  project(road, fix.lat, fix.lon, one.peakM - SLACK_M, toM, feet);
  return dtS;
}

/** Nobody comes back from a long silence ahead of the race, unless he could have ridden there at the pace of a race. */
export const reachableM = (distanceM: number, dtS: number, { known, furthestM }: Surroundings): number =>
  Math.max(known ? furthestM : distanceM, distanceM + RACE_MPS * dtS + RACE_SLACK_M);

/** As far as a rider gets in a time who speeds up as he can. */
function reachM({ speedMps }: RiderMotion, dtS: number): number {
  const shortS = Math.min(dtS, 60);
  const wayM = Math.min(
    FASTEST_MPS * shortS,
    (speedMps + SPEED_SLACK_MPS) * shortS + (SPEED_UP_MPS2 / 2) * shortS * shortS,
  );
  return wayM + LONG_HOLE_MPS * Math.max(0, dtS - 60) + SLACK_M;
}

/** Over a hole, between what his own pace says and what the pace of those before him on this road says. */
function expect(motion: RiderMotion, dtS: number, around: Surroundings): void {
  predict(motion, dtS, expected);
  if (dtS <= HOLE_S) return;
  const ownM = expected.distanceM;
  const paceM = around.paceFrom(motion.distanceM, dtS);
  if (!Number.isNaN(paceM)) expected.distanceM = (ownM + paceM) / 2;
  const wayM = expected.distanceM - motion.distanceM;
  // The pace may have changed at once or evenly: its end is about as far off as its mean.
  const spread2 = (HOLE_SPREAD * wayM) ** 2 + (expected.distanceM - ownM) ** 2;
  expected.speedMps = wayM / dtS;
  expected.pdd += spread2;
  expected.pdv += spread2 / dtS;
  expected.pvv += (2 * spread2) / (dtS * dtS);
}

/** The cheapest, without those that say the same or that nobody would believe any more. Costs count from the best. */
export function best(children: Hypothesis[]): Hypothesis[] {
  children.sort((a, b) => a.cost - b.cost || a.motion.distanceM - b.motion.distanceM);
  const least = children[0]?.cost ?? 0;
  const kept: Hypothesis[] = [];
  for (const child of children) {
    child.cost -= least;
    if (kept.length === MOST_HYPOTHESES || child.cost > GIVE_UP_COST) break;
    if (!kept.some((one) => Math.abs(one.motion.distanceM - child.motion.distanceM) < SAME_PLACE_M)) kept.push(child);
  }
  return kept;
}
