import type { RiderIndex } from '../riders/roster.ts';

/** A rider in the order of the road, with his gap to the first one. */
export interface RiderGap {
  readonly index: RiderIndex;
  readonly gapS: number;
}

/** Where the field is cut, and the cuts and joins that have not yet lasted long enough. */
export interface Cuts {
  /** By rider: the piece of the field that he belongs to, from 0 at the head; -1 where he is in none. */
  readonly pieceOf: Int16Array;
  readonly pieces: number;
  /** For each cut, from head to back: since when it has been too small to be one; NaN while it is not. */
  readonly closingMs: readonly number[];
  readonly opening: readonly Opening[];
}

interface Opening {
  readonly ahead: RiderIndex;
  readonly behind: RiderIndex;
  readonly fromS: number;
  readonly toS: number;
  readonly sinceMs: number;
}

export const uncut: Cuts = { pieceOf: new Int16Array(0), pieces: 0, closingMs: [], opening: [] };

/**
 * A cut opens at a hole beyond 8 s that has been beyond 6 s for 7 s on the clock of the race; it closes at one below
 * 4 s that has been below 6 s for as long. Measured on a real stage, a bare threshold changes the number of groups in
 * a fifth of all frames, whatever its value. The first look at a field cuts it at once.
 */
const OPEN_S = 8;
const BETWEEN_S = 6;
const CLOSE_S = 4;
const HOLD_MS = 7000;
/** The head of the race has no hole: so wide, with several riders on both sides, it is no error and is cut at once. */
const HEAD_OPEN_S = 9;
/** A rider alone between two groups is more often at the team car than out of his own. */
const LONE_HOLD_MS = 30_000;
/**
 * One or two at the very back of a large field are adrift, and of the group until they have lost so much: a tail that
 * flickers is none.
 */
const ADRIFT = { riders: 2, lostS: 60, ofRiders: 30 };

/** Moves the cuts on to a new order of the field. `order` runs from head to back; its gaps never decrease. */
export function moveCuts(before: Cuts, order: readonly RiderGap[], atMs: number): Cuts {
  const holes = new Float64Array(order.length);
  for (let at = 0; at + 1 < order.length; at += 1) holes[at] = order[at + 1]!.gapS - order[at]!.gapS;
  const cuts: { readonly at: number; readonly closingMs: number }[] = [];
  for (const old of placeOld(before, order, holes)) {
    const since = before.closingMs[old.cut]!;
    const isOpen = holes[old.at]! >= (Number.isNaN(since) ? CLOSE_S : BETWEEN_S);
    const closingMs = isOpen ? Number.NaN : Number.isNaN(since) ? atMs : since;
    const isClosed = holes[old.at]! < CLOSE_S && atMs - closingMs >= HOLD_MS;
    if (!isClosed) cuts.push({ at: old.at, closingMs });
  }
  const opening: Opening[] = [];
  for (let at = 0; at + 1 < order.length; at += 1) {
    if (holes[at]! < BETWEEN_S || cuts.some((cut) => cut.at === at)) continue;
    const old = before.opening.find((one) => isSame(one, order[at]!, order[at + 1]!));
    const sinceMs = old?.sinceMs ?? atMs;
    const [ahead, behind] = [order[at]!, order[at + 1]!];
    const isHead = !cuts.some((cut) => cut.at < at);
    const holdMs = holdOf(holes, at, isHead);
    const isAdrift =
      !isHead &&
      order.length >= ADRIFT.ofRiders &&
      order.length - 1 - at <= ADRIFT.riders &&
      order.at(-1)!.gapS - ahead.gapS < ADRIFT.lostS;
    // Who was not seen the moment before, and turns up behind a hole, was not of the group.
    const isNew = before.pieces === 0 || pieceIn(before, behind.index) < 0;
    if (holes[at]! > OPEN_S && !isAdrift && (isNew || atMs - sinceMs >= holdMs))
      cuts.push({ at, closingMs: Number.NaN });
    else opening.push({ ahead: ahead.index, behind: behind.index, fromS: ahead.gapS, toS: behind.gapS, sinceMs });
  }
  cuts.sort((a, b) => a.at - b.at);
  const pieces = order.length > 0 ? cuts.length + 1 : 0;
  return { pieceOf: piecesIn(order, cuts), pieces, closingMs: cuts.map((cut) => cut.closingMs), opening };
}

/** By rider, the piece that he is in; `cuts` run from head to back. */
function piecesIn(order: readonly RiderGap[], cuts: readonly { readonly at: number }[]): Int16Array {
  let last = -1;
  for (const { index } of order) if (index > last) last = index;
  const pieceOf = new Int16Array(last + 1).fill(-1);
  let piece = 0;
  for (let at = 0; at < order.length; at += 1) {
    pieceOf[order[at]!.index] = piece;
    if (at === cuts[piece]?.at) piece += 1;
  }
  return pieceOf;
}

const pieceIn = ({ pieceOf }: Cuts, index: RiderIndex): number => pieceOf[index] ?? -1;

/** How long a hole must last before it is a cut. */
function holdOf(holes: Float64Array, at: number, isHead: boolean): number {
  if (isHead) return holes[at]! >= HEAD_OPEN_S && !isLone(holes, at) ? 0 : HOLD_MS;
  return isLone(holes, at) ? LONE_HOLD_MS : HOLD_MS;
}

/** A cut here would leave one rider between two holes, or one at the very back; the first of all is an attack. */
function isLone(holes: Float64Array, at: number): boolean {
  const isHole = (i: number): boolean => holes[i]! >= BETWEEN_S;
  const last = holes.length - 1;
  return (at > 0 && isHole(at - 1)) || at + 1 === last || isHole(at + 1);
}

/** The same hole, if either of its sides is the same rider, or if it lies at the same time behind the first. */
function isSame(old: Opening, ahead: RiderGap, behind: RiderGap): boolean {
  if (old.ahead === ahead.index || old.behind === behind.index) return true;
  return Math.min(old.toS, behind.gapS) - Math.max(old.fromS, ahead.gapS) > OPEN_S / 2;
}

/** A rider on the wrong side of a cut weighs as much as a second of hole: a few may ride across, a group may not. */
const WEIGHT_S = 1;

interface Laid {
  readonly cut: number;
  readonly at: number;
  readonly score: number;
}

/**
 * Where each old cut lies now: in the widest hole that keeps the riders on their sides of it. Riders change sides by
 * riding across; the cut stays. A hole belongs to the cut that fits it best; the cuts keep their order.
 */
function placeOld(before: Cuts, order: readonly RiderGap[], holes: Float64Array): Laid[] {
  const pieces = order.map((one) => pieceIn(before, one.index));
  const sizes = new Array<number>(before.pieces).fill(0);
  for (const piece of pieces) if (piece >= 0) sizes[piece]! += 1;
  const known = sizes.reduce((sum, size) => sum + size, 0);
  const wanted: (Laid & { readonly inFront: number })[] = [];
  let inFront = 0;
  for (let cut = 0; cut + 1 < before.pieces; cut += 1) {
    inFront += sizes[cut]!;
    if (inFront === 0 || inFront === known) continue;
    const { at, score } = widest(pieces, holes, cut, inFront, 0, holes.length - 2);
    wanted.push({ cut, at, score, inFront });
  }
  wanted.sort((a, b) => a.score - b.score || a.cut - b.cut);
  const laid: Laid[] = [];
  for (const one of wanted) {
    const from = Math.max(-1, ...laid.filter(({ cut }) => cut < one.cut).map(({ at }) => at)) + 1;
    const to = Math.min(holes.length - 1, ...laid.filter(({ cut }) => cut > one.cut).map(({ at }) => at)) - 1;
    const fits = one.at >= from && one.at <= to;
    const best = fits ? one : widest(pieces, holes, one.cut, one.inFront, from, to);
    if (best.at >= 0) laid.push(best);
  }
  return laid;
}

/** The best place for a cut from one position to another; `inFront` riders belong before it. */
function widest(
  pieces: readonly number[],
  holes: Float64Array,
  cut: number,
  inFront: number,
  from: number,
  to: number,
): Laid {
  let best = -1;
  let bestScore = Number.POSITIVE_INFINITY;
  let wrong = inFront;
  for (let at = 0; at <= to; at += 1) {
    const piece = pieces[at]!;
    if (piece > cut) wrong += 1;
    else if (piece >= 0) wrong -= 1;
    const score = WEIGHT_S * wrong - Math.min(holes[at]!, OPEN_S);
    if (at >= from && score < bestScore) [best, bestScore] = [at, score];
  }
  return { cut, at: best, score: bestScore };
}
