import { footOn, type LatLon, metresBetween } from './projection.ts';

/** A point of the polyline, in metres along it, and what the road book counts there. */
export interface Knot {
  readonly rawM: number;
  readonly distanceM: number;
}

/** Anchors farther than this from the line are not on it. */
const ANCHOR_REACH_M = 60;
/** What leaving an anchor out costs, in the units of `stepCost`. */
const SKIP_COST = 1.5;

/** Metres along the polyline at each of its points. */
export function rawLengths(line: readonly LatLon[]): number[] {
  const raw = [0];
  for (let i = 1; i < line.length; i += 1) raw.push(raw[i - 1]! + metresBetween(line[i - 1]!, line[i]!));
  return raw;
}

interface Candidate {
  readonly anchor: number;
  readonly rawM: number;
  readonly distanceM: number;
  readonly cost: number;
}

/**
 * The anchors that lie on the line, in order. A road that is ridden twice offers several places for one anchor, and a
 * road book several anchors for km 0: the choice is the chain that agrees best with the polyline's own length.
 */
export function fitAnchors(
  line: readonly LatLon[],
  raw: readonly number[],
  anchors: readonly (LatLon & { readonly km: number })[],
): Knot[] {
  const sorted = [...anchors].sort((a, b) => a.km - b.km);
  const all = sorted.flatMap((anchor, i) => candidatesFor(line, raw, anchor, i));
  const best: { cost: number; before: number }[] = [];
  let last = -1;
  let lastCost = Number.POSITIVE_INFINITY;
  for (let i = 0; i < all.length; i += 1) {
    const here = all[i]!;
    let choice = { cost: here.anchor * SKIP_COST, before: -1 };
    for (let j = 0; j < i; j += 1) {
      const skipped = here.anchor - all[j]!.anchor - 1;
      const step = stepCost(all[j]!, here);
      const cost = best[j]!.cost + step + skipped * SKIP_COST;
      if (cost < choice.cost) choice = { cost, before: j };
    }
    best.push({ cost: choice.cost + here.cost, before: choice.before });
    const total = best[i]!.cost + (sorted.length - 1 - here.anchor) * SKIP_COST;
    if (total < lastCost) [last, lastCost] = [i, total];
  }
  const knots: Knot[] = [];
  for (let i = last; i >= 0; i = best[i]!.before) knots.push({ rawM: all[i]!.rawM, distanceM: all[i]!.distanceM });
  return knots.reverse();
}

/** How badly two anchors in a row fit the polyline; beyond any price where they are not in order. */
function stepCost(from: Candidate, to: Candidate): number {
  const official = to.distanceM - from.distanceM;
  const mapped = to.rawM - from.rawM;
  if (official < 1 || mapped < 1) return Number.POSITIVE_INFINITY;
  return Math.min(4, Math.abs(official - mapped) / (60 + 0.05 * official));
}

/** Each pass of the line within reach of the anchor, at its nearest. */
function candidatesFor(
  line: readonly LatLon[],
  raw: readonly number[],
  anchor: LatLon & { readonly km: number },
  index: number,
): Candidate[] {
  const found: Candidate[] = [];
  let pass: Candidate | null = null;
  for (let i = 0; i + 1 < line.length; i += 1) {
    const foot = footOn(line[i]!, line[i + 1]!, anchor);
    if (foot.crossM > ANCHOR_REACH_M) {
      if (pass) found.push(pass);
      pass = null;
      continue;
    }
    const cost = foot.crossM / ANCHOR_REACH_M;
    const rawM = raw[i]! + foot.t * (raw[i + 1]! - raw[i]!);
    if (!pass || cost < pass.cost) pass = { anchor: index, rawM, distanceM: anchor.km * 1000, cost };
  }
  if (pass) found.push(pass);
  return found;
}

/** Within this much of km 0 the line is taken to begin there. */
const START_SLACK_M = 300;

/** Adds the ends to the anchors found, so that the whole line is on the scale. */
export function closeScale(knots: readonly Knot[], rawEndM: number, lengthM: number | null, startM: number): Knot[] {
  const scale = [...knots];
  const last = scale.at(-1);
  const end = lengthM ?? (last ? last.distanceM + rawEndM - last.rawM : startM + rawEndM);
  if (!last || (rawEndM - last.rawM > 1 && end > last.distanceM)) scale.push({ rawM: rawEndM, distanceM: end });
  const first = scale[0]!;
  if (first.rawM > 1) {
    const reached = knots.length > 0 ? first.distanceM - first.rawM : startM;
    scale.unshift({ rawM: 0, distanceM: Math.abs(reached - startM) < START_SLACK_M ? startM : reached });
  }
  return scale;
}

/** Reads the scale, linear between its knots; outside it goes on metre for metre. */
export function onScale(scale: readonly Knot[], rawM: number): number {
  let i = scale.findIndex((knot) => knot.rawM >= rawM);
  if (i <= 0) {
    const end = i < 0 ? scale.at(-1)! : scale[0]!;
    return end.distanceM + rawM - end.rawM;
  }
  i -= 1;
  const a = scale[i]!;
  const b = scale[i + 1]!;
  return a.distanceM + ((rawM - a.rawM) * (b.distanceM - a.distanceM)) / (b.rawM - a.rawM);
}
