import { timeGaps } from '../rules/time-gaps.ts';
import type { Bib, Origin } from '../units.ts';

/** When a rider crossed the line. */
export interface Arrived {
  readonly bib: Bib;
  readonly atMs: number;
  readonly origin: Origin;
}

/** An arrival with what the rule of the race gives for it. */
export interface Ruled extends Arrived {
  /** Whole seconds behind the first. */
  readonly gapS: number;
}

interface Counted extends Arrived {
  /** His own moment, or that of the first of his bunch. */
  readonly countsMs: number;
}

/**
 * What an arrival leaves open, in seconds. A tracker speaks every few seconds and in whole ones; where it fell silent
 * before the line, the last stretch is ridden at a speed that nobody saw.
 */
const OPEN_S: Readonly<Record<Origin, number>> = { timed: 0, manual: 0, gps: 1.5, estimated: 4 };
/** Behind such a hole riders are not together, though they came to the line as one group. */
const HOLE_S = 10;

/**
 * Arrivals by the rule of the race, in order: a gap that is smaller than what is known is no gap. Who was measured on
 * the line is told apart from others who were. Who was not gets the time of the rider before him where they came to the
 * line as one group (`companyOf`), or where fixes cannot tell their times from one; among those of one time he comes
 * after who was measured, for nobody saw him before them.
 */
export function ruledArrivals(
  arrivals: readonly Arrived[],
  splitS: number,
  companyOf: (bib: Bib) => string | null,
): Ruled[] {
  const counted = countedArrivals(arrivals, splitS, companyOf);
  const firstMs = counted[0]?.countsMs ?? 0;
  const gaps = timeGaps(
    counted.map(({ countsMs }) => (countsMs - firstMs) / 1000),
    splitS,
  );
  return counted
    .map(({ bib, atMs, origin }, i) => ({ bib, atMs, origin, gapS: gaps[i]! }))
    .sort((a, b) => a.gapS - b.gapS || OPEN_S[a.origin] - OPEN_S[b.origin] || a.atMs - b.atMs);
}

function countedArrivals(
  arrivals: readonly Arrived[],
  splitS: number,
  companyOf: (bib: Bib) => string | null,
): Counted[] {
  const counted: Counted[] = [];
  let measuredMs = Number.NEGATIVE_INFINITY;
  for (const one of heldBack(arrivals, companyOf)) {
    const before = counted.at(-1);
    // Two who were measured in one bunch are the rule's to judge, whoever stands between them.
    const isJudged = isMeasured(one) && before !== undefined && measuredMs >= before.countsMs;
    const shares = before !== undefined && !isJudged && isOne(before, one, splitS, companyOf);
    const countsMs = shares ? before.countsMs : one.atMs;
    counted.push({ bib: one.bib, atMs: one.atMs, origin: one.origin, countsMs });
    if (isMeasured(one)) measuredMs = countsMs;
  }
  return counted.sort((a, b) => a.countsMs - b.countsMs);
}

function isOne(before: Arrived, one: Arrived, splitS: number, companyOf: (bib: Bib) => string | null): boolean {
  const apartS = (one.atMs - before.atMs) / 1000;
  if (apartS < splitS + Math.max(OPEN_S[before.origin], OPEN_S[one.origin])) return true;
  const company = companyOf(one.bib);
  return apartS < HOLE_S && company !== null && company === companyOf(before.bib);
}

/** In order of time; who was not measured never comes before the first of his own group who was. */
function heldBack(arrivals: readonly Arrived[], companyOf: (bib: Bib) => string | null): Arrived[] {
  const firstMs = new Map<string | null, number>();
  for (const { bib, atMs } of arrivals.filter(isMeasured)) {
    const company = companyOf(bib);
    firstMs.set(company, Math.min(firstMs.get(company) ?? atMs, atMs));
  }
  const held = arrivals.map((one) => {
    const atMs = isMeasured(one) ? one.atMs : (firstMs.get(companyOf(one.bib)) ?? one.atMs);
    const isNear = atMs > one.atMs && atMs - one.atMs < HOLE_S * 1000;
    return isNear ? { bib: one.bib, atMs, origin: one.origin } : one;
  });
  return held.sort(inOrder);
}

const isMeasured = ({ origin }: Arrived): boolean => OPEN_S[origin] === 0;

/** Of the same time, the better known first. */
const inOrder = (a: Arrived, b: Arrived): number => a.atMs - b.atMs || OPEN_S[a.origin] - OPEN_S[b.origin];
