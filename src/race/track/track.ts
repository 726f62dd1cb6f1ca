import type { QuarantineReason } from '../health.ts';
import { begin, type RiderMotion } from './filter.ts';
import { advance, best, branch, crossCost, type Fix, type Hypothesis, type Proof, reachableM } from './hypothesis.ts';
import { lapReadings, provenPlace } from './laps.ts';
import { type Feet, newFeet, project, type RoadIndex } from './road-index.ts';
import { type Standing, type Surroundings, seedCost } from './surroundings.ts';

/** Where the rider is, and how fast, by the best reading of his fixes: there is one once he was placed. */
export const motionOf = ({ hypotheses }: Track): Readonly<RiderMotion> => hypotheses[0]!.motion;

/** Follows one rider along the road. */
export interface Track {
  /** Best first; empty when nothing is known. */
  hypotheses: Hypothesis[];
  /** The newest fix considered, believed or not. */
  readonly heard: { atMs: number; lat: number; lon: number; believed: boolean };
  /** Since when two readings have been equally good; NaN while one is clearly better. */
  doubtMs: number;
  /** Fixes in a row that were not believed, and since when. */
  readonly astray: { count: number; sinceMs: number };
}

export const newTrack = (): Track => ({
  hypotheses: [],
  heard: { atMs: Number.NEGATIVE_INFINITY, lat: Number.NaN, lon: Number.NaN, believed: false },
  doubtMs: Number.NaN,
  astray: { count: 0, sinceMs: 0 },
});

/** The same, so much later. */
export function movedTrack({ hypotheses, heard, doubtMs, astray }: Track, byMs: number): Track {
  return {
    hypotheses: hypotheses.map((one) => ({
      ...one,
      atMs: one.atMs + byMs,
      sinceMs: one.sinceMs + byMs,
      doubtful: one.doubtful && {
        ...one.doubtful,
        atMs: one.doubtful.atMs + byMs,
        sinceMs: one.doubtful.sinceMs + byMs,
      },
    })),
    heard: { ...heard, atMs: heard.atMs + byMs },
    doubtMs: doubtMs + byMs,
    astray: { ...astray, sinceMs: astray.sinceMs + byMs },
  };
}

/** The same readings of his fixes, so much farther on: on another lap. */
export function shiftTrack({ hypotheses }: Track, byM: number): Hypothesis[] {
  return hypotheses.map((one) => ({
    ...one,
    motion: { ...one.motion, distanceM: one.motion.distanceM + byM },
    peakM: one.peakM + byM,
    sinceM: one.sinceM + byM,
    doubtful: one.doubtful && { ...one.doubtful, distanceM: one.doubtful.distanceM + byM },
  }));
}

/** What a fix said: a place, see `motionOf`; nothing yet, since it can be read in two ways; or nothing that can be believed. */
export type FixVerdict = 'placed' | Refused | Ambiguous;

interface Ambiguous {
  readonly kind: 'ambiguous';
  /** Nothing proves on which lap of a road that is ridden several times; where it would be on one of them. */
  readonly onSomeLapM?: number;
}

export interface Refused {
  readonly kind: 'refused';
  readonly reason: QuarantineReason;
  /** How far from the place expected; NaN where none was, 0 where the place is right but not proven yet. */
  readonly byM: number;
}

const ambiguous: FixVerdict = { kind: 'ambiguous' };
const notYet: Refused = { kind: 'refused', reason: 'teleport', byM: 0 };

const RESEED_COST = 12;
/** Where a rider may be found again: the farther from where he was, the less likely. */
const ELSEWHERE_M = 100;
const MOST_ELSEWHERE = 12;
/** Costs nearer than this leave it open which of two places is right. */
const CLEAR_COST = 16;
/** Two readings this near each other are not worth a doubt. */
const APART_M = 100;
/** Longest silence for the sake of a doubt. */
const PATIENCE_MS = 20_000;

/** A rider of whom nothing was known; `beyond` the race only one who rides, not one who stands at the finish. */
const newcomer: Readonly<Record<Standing, Proof>> = {
  among: { s: 0, hits: 1, movedM: 0 },
  apart: { s: 10, hits: 3, movedM: 0 },
  beyond: { s: 60, hits: 8, movedM: 200 },
};
/** One who is somewhere else than he was thought to be. */
const foundAgain: Proof = { s: 15, hits: 4, movedM: 0 };

/** Tells a rider's next fix. Fixes come in order of time; `placedMs` is when the track last gave a place. */
export function followFix(track: Track, fix: Fix, road: RoadIndex, around: Surroundings, placedMs: number): FixVerdict {
  const only = track.hypotheses.length === 1 ? track.hypotheses[0]! : null;
  const refusal = only && advance(only, fix, road, around) ? null : weigh(track, fix, road, around, placedMs);
  const { heard } = track;
  heard.atMs = fix.atMs;
  heard.lat = fix.lat;
  heard.lon = fix.lon;
  const first = track.hypotheses[0];
  heard.believed = first !== undefined && first.atMs === fix.atMs && isProven(first);
  noteAstray(track);
  if (refusal) return refusal;
  if (!heard.believed) return Number.isFinite(placedMs) ? notYet : ambiguous;
  if (placedMs === Number.NEGATIVE_INFINITY) {
    const open = settleLap(track, first!, fix, road, around);
    if (open) return open;
  }
  if (isDoubt(first!, track.hypotheses[1])) {
    if (Number.isNaN(track.doubtMs)) track.doubtMs = fix.atMs;
    if (fix.atMs - track.doubtMs < PATIENCE_MS) return ambiguous;
  } else track.doubtMs = Number.NaN;
  return 'placed';
}

/** A newcomer is on the lap that is proven, and on no other; what is said of him while none is. */
function settleLap(
  track: Track,
  first: Hypothesis,
  fix: Fix,
  road: RoadIndex,
  around: Surroundings,
): FixVerdict | null {
  const readM = first.motion.distanceM;
  const laps = lapReadings(readM, fix, road);
  const provenM = provenPlace(readM, laps, fix, around);
  if (provenM === null) return { kind: 'ambiguous', onSomeLapM: readM };
  if (laps.length < 2) return null;
  if (Math.abs(provenM - readM) > APART_M) {
    placeAt(track, provenM, fix);
    return 'placed';
  }
  const isOtherLap = (one: Hypothesis) => laps.some((lapM) => Math.abs(lapM - one.motion.distanceM) < APART_M);
  track.hypotheses = track.hypotheses.filter((one) => one === first || !isOtherLap(one));
  return null;
}

/** Begins a track anew at a place that is proven by more than its fixes. */
export function placeAt(track: Track, distanceM: number, fix: Pick<Fix, 'atMs' | 'speedKph'>): void {
  track.hypotheses = [begunAt(distanceM, fix, 0, newcomer.among)];
  track.doubtMs = Number.NaN;
}

const begunAt = (
  distanceM: number,
  { atMs, speedKph }: Pick<Fix, 'atMs' | 'speedKph'>,
  cost: number,
  proof: Proof,
): Hypothesis => ({
  motion: begin(distanceM, speedKph),
  atMs,
  cost,
  peakM: distanceM,
  misses: 0,
  doubtful: null,
  sinceMs: atMs,
  sinceM: distanceM,
  hits: 1,
  proof,
});

/** The general case: every reading of the past, every place that the fix may mean. */
function weigh(track: Track, fix: Fix, road: RoadIndex, around: Surroundings, placedMs: number): Refused | null {
  const children: Hypothesis[] = [];
  let explained = false;
  for (const one of track.hypotheses)
    explained = branch(one, fix, track.heard.atMs, road, around, children) || explained;
  const refusal = explained
    ? null
    : seek(placedMs > Number.NEGATIVE_INFINITY ? track.hypotheses[0] : undefined, fix, road, around, children);
  track.hypotheses = best(children);
  return refusal;
}

/** Something else explains the fixes about as well, somewhere else. */
const isDoubt = (first: Hypothesis, second: Hypothesis | undefined): boolean =>
  second !== undefined &&
  second.cost - first.cost < CLEAR_COST &&
  Math.abs(second.motion.distanceM - first.motion.distanceM) > APART_M &&
  second.misses === 0;

const isProven = ({ proof, hits, sinceMs, sinceM, motion, atMs }: Hypothesis): boolean =>
  hits >= proof.hits && atMs - sinceMs >= proof.s * 1000 && motion.distanceM - sinceM >= proof.movedM;

const feet: Feet = newFeet();

/**
 * Looks for the fix on the whole road, makes hypotheses of what is found, and says why it was not believed. `known` is
 * the best reading of a rider who has been placed before.
 */
function seek(
  known: Hypothesis | undefined,
  fix: Fix,
  road: RoadIndex,
  around: Surroundings,
  into: Hypothesis[],
): Refused | null {
  project(road, fix.lat, fix.lon, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, feet);
  if (feet.count === 0) return { kind: 'refused', reason: 'off-course', byM: Number.NaN };
  const from = known?.motion.distanceM ?? Number.NaN;
  const floor = into.reduce((least, one) => Math.min(least, one.cost), into[0]?.cost ?? 0) + (known ? RESEED_COST : 0);
  let byM = Number.NaN;
  let welcome = false;
  for (let i = 0; i < feet.count; i += 1) {
    const distanceM = feet.distanceM[i]!;
    if (!(Math.abs(distanceM - from) >= Math.abs(byM))) byM = distanceM - from;
    if (known && distanceM > reachableM(from, (fix.atMs - known.atMs) / 1000, around)) continue;
    const { cost, standing } = seedCost(around, distanceM, fix.atMs);
    const elsewhere = known ? Math.min(MOST_ELSEWHERE, Math.abs(distanceM - from) / ELSEWHERE_M) : 0;
    welcome ||= !known && standing !== 'beyond';
    const unlikely = floor + cost + elsewhere + crossCost(feet.crossM[i]!);
    into.push(begunAt(distanceM, fix, unlikely, known ? foundAgain : newcomer[standing]));
  }
  if (welcome) return null;
  return { kind: 'refused', reason: byM > 0 && byM < 1000 ? 'too-fast' : 'teleport', byM };
}

function noteAstray({ astray, heard }: Track): void {
  if (heard.believed) astray.count = 0;
  else {
    if (astray.count === 0) astray.sinceMs = heard.atMs;
    astray.count += 1;
  }
}
