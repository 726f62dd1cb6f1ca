import type { Mark } from '../course/course.ts';
import type { Riding } from './riding.ts';
import { isHeardAtLines, type Runner } from './runner.ts';

/** A lap ridden faster than this is the same crossing, told twice. */
const FASTEST_LAP_MPS = 25;
/** A crossing is so near to a whole number of laps after the one before, or does not tell how many were missed. */
const WHOLE = 0.25;

/**
 * On which lap a line was crossed, where nobody says it: after the crossings that were told of him, at the pace of his
 * laps; else the line nearest to where his tracker has him at that moment; of one who is heard at lines only, the lap
 * after the last that was told. 0 where his first lap begins; 'over' where all were told before, for who has finished rolls
 * over the line again.
 */
export function crossedLap(
  riding: Riding,
  runner: Runner,
  mark: Mark,
  atMs: number,
  startMs: number | null,
): number | 'not known' | 'over' | undefined {
  const { course, passages, lapless } = riding;
  const { laps } = course;
  if (!laps || mark.kind !== 'finish') return undefined;
  const { last } = runner;
  const soonestMs = ((laps.fromM + laps.lengthM) / FASTEST_LAP_MPS) * 1000;
  const hasRidden = last !== null && last.distanceM > laps.fromM + laps.lengthM / 2;
  if (startMs !== null && atMs < startMs + soonestMs && !hasRidden) return 0;
  const lapMs = (laps.lengthM / FASTEST_LAP_MPS) * 1000;
  const told = Array.from({ length: laps.count }, (_, i) => passages.of(mark, runner.bib, i + 1)).filter(
    (one) => one !== undefined && one.origin === 'timed' && one.atMs <= atMs - lapMs,
  );
  if (told.at(-1)?.lap === laps.count) return 'over';
  if (last && !isHeardAtLines(runner)) {
    const counted = lapsAfter(told.at(-2), told.at(-1), atMs);
    if (counted !== null) return Math.min(laps.count, counted);
    const thereM = last.distanceM + (runner.speedMps * (atMs - last.atMs)) / 1000;
    return Math.min(laps.count, Math.max(1, Math.round((thereM - laps.fromM) / laps.lengthM)));
  }
  if (lapless.has(runner.bib)) return 'not known';
  return Math.min(laps.count, (told.at(-1)?.lap ?? 0) + 1);
}

type Crossing = { readonly lap: number; readonly atMs: number } | undefined;

function lapsAfter(before: Crossing, last: Crossing, atMs: number): number | null {
  if (!before || !last) return null;
  const lapMs = (last.atMs - before.atMs) / (last.lap - before.lap);
  const count = (atMs - last.atMs) / lapMs;
  const whole = Math.round(count);
  return whole >= 1 && Math.abs(count - whole) < WHOLE ? last.lap + whole : null;
}
