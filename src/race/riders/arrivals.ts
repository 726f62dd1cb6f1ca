import { finishLine, noteFinish, type Riding } from './riding.ts';
import type { Runner } from './runner.ts';

/** Trackers fall silent before the line: who was within this of it, riding, has finished. */
const NEAR_M = 800;
const RIDING_MPS = 4;
/** How long after the expected arrival the silence must last. */
const SILENCE_MS = 15_000;

/**
 * Enters the finish of riders whose trackers fell silent shortly before the line, as an estimate. One who turns up on
 * the road again has not finished. True when there were any.
 */
export function estimateArrivals(riding: Riding, nowMs: number): boolean {
  let any = false;
  for (const runner of riding.runners.values()) {
    const atMs = arrivalOf(runner, riding.course.lengthM);
    if (atMs === null || nowMs < atMs + SILENCE_MS) continue;
    riding.passages.enter(runner.bib, finishLine(riding.course), Math.round(atMs), 'estimated');
    noteFinish(riding, runner);
    any = true;
  }
  return any;
}

/** When a rider arrives who goes on as he did; null for one who is not near, stands, or is over the line. */
function arrivalOf({ fixes, finish, status, speedMps }: Runner, lengthM: number): number | null {
  const last = fixes.at(-1);
  if (!last || finish || status !== 'racing' || speedMps < RIDING_MPS) return null;
  const leftM = lengthM - last.distanceM;
  return leftM <= NEAR_M ? last.atMs + (leftM / speedMps) * 1000 : null;
}
