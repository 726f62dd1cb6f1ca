import { finishLine, noteFinish, type Riding } from './riding.ts';
import { isHeardAtLines, type Runner } from './runner.ts';
import { SILENT_M, type TimedPlace } from './timetable.ts';

/** Slower than a walk is no riding, on whatever summit. */
const RIDING_MPS = 1;
/** How long after the expected arrival the silence must last. */
export const SILENCE_MS = 15_000;
/** A rider's pace is that of his last so many metres. */
const PACE_M = 300;

/**
 * Enters the finish of riders whose trackers fell silent shortly before the line, as an estimate: not of one who is heard at
 * lines only. One who turns up on
 * the road again has not finished. Who fell silent farther off has no finish until somebody tells it. True when there
 * were any.
 */
export function estimateArrivals(riding: Riding, nowMs: number): boolean {
  const { lengthM } = riding.course;
  if (lengthM - riding.furthestM > SILENT_M) return false;
  let any = false;
  for (const runner of riding.runners.values()) {
    if (runner.finish || runner.status !== 'racing' || isAwaited(runner)) continue;
    const { last } = runner;
    if (!last || lengthM - last.distanceM > SILENT_M || nowMs < last.atMs + SILENCE_MS) continue;
    const ownS = ownPaceS(riding, runner, last);
    if (isStopping(runner, ownS)) continue;
    const atMs = last.atMs + 1000 * secondsToLine(riding, runner, last, ownS);
    if (!(nowMs >= atMs + SILENCE_MS)) continue;
    riding.passages.enter(runner.bib, finishLine(riding.course), Math.round(atMs), 'estimated');
    noteFinish(riding, runner);
    any = true;
  }
  return any;
}

/** No tracker tells of him: the line itself will. */
const isAwaited = (runner: Runner): boolean => isHeardAtLines(runner) && Number.isFinite(runner.dueMs);

/** How long he took for the last stretch; NaN where that was not measured. */
function ownPaceS({ timetable }: Riding, { bib }: Runner, last: TimedPlace): number {
  const before = timetable.timeAt(bib, last.distanceM - PACE_M);
  return before && !before.estimated ? (last.atMs - before.atMs) / 1000 : Number.NaN;
}

/** A filtered speed takes long to come down: it is enough that it has fallen to a quarter of what he rode. */
const isStopping = ({ speedMps }: Runner, ownS: number): boolean =>
  speedMps < RIDING_MPS || speedMps < PACE_M / ownS / 4;

/**
 * As the front rode there, slower or faster by as much as the rider was on the road just before: it may end uphill, or
 * in a sprint. At his own pace where the front was not measured.
 */
function secondsToLine(
  { timetable, course }: Riding,
  { speedMps }: Runner,
  { distanceM }: TimedPlace,
  ownS: number,
): number {
  const frontS = timetable.frontTookS(distanceM - PACE_M, distanceM);
  const frontLeftS = timetable.frontTookS(distanceM, course.lengthM);
  const likeFrontS = frontS !== null && frontLeftS !== null ? (frontLeftS * ownS) / frontS : Number.NaN;
  const leftM = course.lengthM - distanceM;
  return likeFrontS || (leftM / PACE_M) * ownS || leftM / speedMps;
}
