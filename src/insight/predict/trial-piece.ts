import { type FitPoint, fitLine } from './fit-line.ts';

/** So many who have ridden a piece of road today before it tells anything. */
const LEAST_DONE = 8;
/** The newest so many tell how it is ridden now: a wind that turns is soon known. */
const NEWEST_DONE = 20;

/** Somebody on a piece of the road: logarithms of his seconds since the start at its beginning and at its end. */
export interface Ridden extends FitPoint {
  readonly fromMs: number;
  readonly toMs: number;
}

type Line = ReturnType<typeof fitLine>;

/** A piece of the road, and those who have ridden it. What follows of the first so many is found once. */
export interface TrialPiece {
  /** Nothing where it is null. */
  add(step: Ridden | null): void;
  /** Puts those who are new in their place; gives the end of the earliest of them, and infinity where none is new. */
  settle(): number;
  /** In the order in which they came to its end. */
  steps(): readonly Ridden[];
  /** As those rode it who had come to its end by then; null while they are too few. */
  lineUntil(nowMs: number): Line | null;
}

export function newTrialPiece(): TrialPiece {
  const steps: Ridden[] = [];
  let added: Ridden[] = [];
  /** By how many had come to its end. */
  const lines = new Map<number, Line>();
  return {
    add(step) {
      if (step) added.push(step);
    },
    settle() {
      if (added.length === 0) return Number.POSITIVE_INFINITY;
      const firstMs = Math.min(...added.map(({ toMs }) => toMs));
      const kept = countUntil(steps, firstMs);
      for (const count of lines.keys()) if (count > kept) lines.delete(count);
      steps.push(...added);
      added = [];
      steps.sort((a, b) => a.toMs - b.toMs);
      return firstMs;
    },
    steps: () => steps,
    lineUntil(nowMs) {
      const count = countUntil(steps, nowMs);
      if (count < LEAST_DONE) return null;
      const line = lines.get(count) ?? fitLine(steps.slice(Math.max(0, count - NEWEST_DONE), count));
      lines.set(count, line);
      return line;
    },
  };
}

/** How many had come to its end by then. */
function countUntil(steps: readonly Ridden[], nowMs: number): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.toMs <= nowMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
