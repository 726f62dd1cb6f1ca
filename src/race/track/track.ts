import type { QuarantineReason } from '../health.ts';
import type { Bib } from '../units.ts';
import { begin, correct, FASTEST_MPS, type Motion, predict, surprise } from './filter.ts';
import { type Feet, newFeet, project, type RoadIndex } from './road-index.ts';
import { type Surroundings, seedCost } from './surroundings.ts';

/** One way to read a rider's fixes: on a road that is ridden twice there may be several. */
interface Hypothesis {
  motion: Motion;
  /** Of the fix that it rests on. */
  atMs: number;
  /** How badly it explains the fixes; only differences mean anything. */
  cost: number;
  /** Fixes in a row that it does not explain. */
  misses: number;
  /** When it was made, the fixes explained since, and what it must show before it is believed. */
  readonly sinceMs: number;
  readonly sinceM: number;
  hits: number;
  readonly proof: Proof;
}

/** How long, over how many fixes and how far a hypothesis must hold. */
interface Proof {
  readonly s: number;
  readonly hits: number;
  readonly movedM: number;
}

/** Follows one rider along the road. */
export interface Track {
  readonly bib: Bib;
  /** Best first; empty when nothing is known. */
  hypotheses: Hypothesis[];
  /** The newest fix considered, believed or not. */
  heard: { atMs: number; lat: number; lon: number; believed: boolean };
  /** Fixes in a row that are nowhere on the road, and since when. */
  astray: { count: number; sinceMs: number };
}

export const newTrack = (bib: Bib): Track => ({
  bib,
  hypotheses: [],
  heard: { atMs: Number.NEGATIVE_INFINITY, lat: Number.NaN, lon: Number.NaN, believed: false },
  astray: { count: 0, sinceMs: 0 },
});

export interface Fix {
  readonly lat: number;
  readonly lon: number;
  readonly speedKph: number | null;
  readonly atMs: number;
}

/** What a fix said: a place; nothing yet, since it can be read in two ways; or nothing that can be believed. */
export type Verdict =
  | { readonly kind: 'placed'; readonly distanceM: number; readonly speedMps: number }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'refused'; readonly reason: QuarantineReason; readonly byM: number };

const ambiguous: Verdict = { kind: 'ambiguous' };

/** Backwards, noise; forwards, noise on top of the fastest descent. */
const SLACK_M = 60;
/** Beyond the first minute of a hole nobody keeps up a descent. */
const LONG_HOLE_MPS = 18;
/** Variance across the road: the receiver's error and the drawn line's together. */
const CROSS_M2 = 225;
/** A fix this surprising, in squared standard deviations, needs a second one that agrees. */
const DOUBTFUL = 36;
const MISS_COST = 8;
const RESEED_COST = 20;
const GIVE_UP_COST = 30;
const MOST_HYPOTHESES = 4;
/** Costs nearer than this leave it open which of two places is right. */
const CLEAR_COST = 3;
const SAME_PLACE_M = 30;
/** Two readings this near each other are not worth a doubt. */
const APART_M = 100;
/** Longest silence for the sake of a doubt. */
const PATIENCE_MS = 20_000;
/** For a hole longer than this the pace of those who rode the same road is a better guess than the last speed. */
const HOLE_S = 20;

const believedAtOnce: Proof = { s: 0, hits: 1, movedM: 0 };
const foundAgain: Proof = { s: 8, hits: 4, movedM: 0 };
const unlikely: Proof = { s: 60, hits: 8, movedM: 200 };

const feet: Feet = newFeet();
const expected: Motion = { distanceM: 0, speedMps: 0, pdd: 0, pdv: 0, pvv: 0 };

/** Tells a rider's next fix. Fixes come in order of time; `placedMs` is when the track last gave a place. */
export function follow(track: Track, fix: Fix, road: RoadIndex, around: Surroundings, placedMs: number): Verdict {
  const repeated = fix.atMs === track.heard.atMs;
  const children: Hypothesis[] = [];
  for (const one of track.hypotheses) explain(one, fix, road, around, children, repeated);
  const explained = children.some((child) => child.atMs === fix.atMs);
  track.heard = { atMs: fix.atMs, lat: fix.lat, lon: fix.lon, believed: explained };
  let refusal: Verdict | null = null;
  if (!explained) {
    refusal = seek(track, fix, road, around, children);
    noteAstray(track, fix.atMs, refusal);
  } else track.astray.count = 0;
  track.hypotheses = best(children);
  const [first, second] = track.hypotheses;
  if (!first || first.atMs !== fix.atMs || !isProven(first, fix.atMs)) return refusal ?? unproven(first, fix, placedMs);
  track.heard.believed = true;
  if (second && isDoubt(first, second) && fix.atMs - Math.max(placedMs, first.sinceMs) < PATIENCE_MS) return ambiguous;
  return { kind: 'placed', distanceM: first.motion.distanceM, speedMps: first.motion.speedMps };
}

const unproven = (first: Hypothesis | undefined, fix: Fix, placedMs: number): Verdict =>
  first && first.atMs === fix.atMs && Number.isFinite(placedMs)
    ? { kind: 'refused', reason: 'teleport', byM: 0 }
    : ambiguous;

function isDoubt(first: Hypothesis, second: Hypothesis): boolean {
  return (
    second.cost - first.cost < CLEAR_COST &&
    Math.abs(second.motion.distanceM - first.motion.distanceM) > APART_M &&
    second.misses === 0
  );
}

const isProven = ({ proof, hits, sinceMs, sinceM, motion }: Hypothesis, atMs: number): boolean =>
  hits >= proof.hits && atMs - sinceMs >= proof.s * 1000 && motion.distanceM - sinceM >= proof.movedM;

/** Adds what becomes of a hypothesis: one for each place that it allows, or itself, coasting. */
function explain(
  one: Hypothesis,
  fix: Fix,
  road: RoadIndex,
  around: Surroundings,
  into: Hypothesis[],
  repeated: boolean,
): void {
  const dtS = Math.max(0.2, (fix.atMs - one.atMs) / 1000);
  expect(one, dtS, around);
  const backM = Math.max(SLACK_M, 3 * Math.sqrt(one.motion.pdd));
  const reach = FASTEST_MPS * Math.min(dtS, 60) + LONG_HOLE_MPS * Math.max(0, dtS - 60);
  const toM = Math.max(
    one.motion.distanceM + SLACK_M,
    Math.min(one.motion.distanceM + reach + SLACK_M, around.furthestM),
  );
  project(road, fix.lat, fix.lon, one.motion.distanceM - backM, toM, feet);
  const before = into.length;
  for (let i = 0; i < feet.count; i += 1) {
    const distanceM = feet.distanceM[i]!;
    const crossM = feet.crossM[i]!;
    const surprising = surprise(expected, distanceM, crossM);
    if (surprising > DOUBTFUL && one.misses === 0) continue;
    into.push({
      motion: correct(expected, distanceM, crossM, fix.speedKph, dtS),
      atMs: fix.atMs,
      cost: one.cost + (crossM * crossM) / CROSS_M2 + Math.min(surprising, DOUBTFUL),
      misses: 0,
      hits: one.hits + 1,
      sinceMs: one.sinceMs,
      sinceM: one.sinceM,
      proof: one.proof,
    });
  }
  if (into.length > before) return;
  into.push(repeated ? one : { ...one, cost: one.cost + MISS_COST, misses: one.misses + 1 });
}

/** Fills `expected`. */
function expect(one: Hypothesis, dtS: number, around: Surroundings): void {
  predict(one.motion, dtS, expected);
  if (dtS <= HOLE_S) return;
  const paceM = around.paceFrom(one.motion.distanceM, dtS);
  if (Number.isNaN(paceM)) return;
  const sdM = 40 + 0.1 * (paceM - one.motion.distanceM);
  expected.distanceM = paceM;
  expected.speedMps = (paceM - one.motion.distanceM) / dtS;
  expected.pdd = sdM * sdM;
  expected.pvv = 9;
  expected.pdv = sdM * 1.5;
}

/** Looks for the fix on the whole road, makes hypotheses of what is found, and says why it was not believed. */
function seek(track: Track, fix: Fix, road: RoadIndex, around: Surroundings, into: Hypothesis[]): Verdict | null {
  project(road, fix.lat, fix.lon, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, feet);
  const known = track.hypotheses[0];
  const floor = known ? Math.min(...into.map((one) => one.cost)) + RESEED_COST : 0;
  const from = known ? known.motion.distanceM : Number.NaN;
  let nearestM = Number.POSITIVE_INFINITY;
  for (let i = 0; i < feet.count; i += 1) {
    const distanceM = feet.distanceM[i]!;
    if (Math.abs(distanceM - from) < Math.abs(nearestM)) nearestM = distanceM - from;
    const { cost, plausible } = seedCost(around, distanceM, fix.atMs);
    if (!plausible && distanceM > around.furthestM) continue;
    const proof = !plausible ? unlikely : known ? foundAgain : believedAtOnce;
    into.push({
      motion: begin(distanceM, fix.speedKph),
      atMs: fix.atMs,
      cost: floor + cost + (feet.crossM[i]! * feet.crossM[i]!) / CROSS_M2,
      misses: 0,
      sinceMs: fix.atMs,
      sinceM: distanceM,
      hits: 1,
      proof,
    });
  }
  if (feet.count === 0) return { kind: 'refused', reason: 'off-course', byM: Number.NaN };
  if (known) {
    const reason = nearestM > 0 && nearestM < 1000 ? 'too-fast' : 'teleport';
    return { kind: 'refused', reason, byM: nearestM };
  }
  return into.some((one) => one.proof === believedAtOnce)
    ? null
    : { kind: 'refused', reason: 'teleport', byM: Number.NaN };
}

function noteAstray(track: Track, atMs: number, refusal: Verdict | null): void {
  const lost = refusal?.kind === 'refused' && refusal.reason === 'off-course';
  if (!lost) track.astray.count = 0;
  else if (track.astray.count === 0) track.astray = { count: 1, sinceMs: atMs };
  else track.astray.count += 1;
}

/** The cheapest, without those that say the same or that nobody would believe any more. */
function best(children: Hypothesis[]): Hypothesis[] {
  if (children.length < 2) return rebased(children);
  children.sort((a, b) => a.cost - b.cost || a.motion.distanceM - b.motion.distanceM);
  const kept: Hypothesis[] = [];
  for (const child of children) {
    if (kept.length === MOST_HYPOTHESES || child.cost > children[0]!.cost + GIVE_UP_COST) break;
    if (!kept.some((one) => Math.abs(one.motion.distanceM - child.motion.distanceM) < SAME_PLACE_M)) kept.push(child);
  }
  return rebased(kept);
}

/** Costs count from the best, so that they stay small for hours. */
function rebased(kept: Hypothesis[]): Hypothesis[] {
  const least = kept[0]?.cost ?? 0;
  for (const one of kept) one.cost -= least;
  return kept;
}
