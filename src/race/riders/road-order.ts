import { type Bib, compareBibs } from '../units.ts';
import type { Riding } from './riding.ts';
import { isDrawn, type Runner } from './runner.ts';
import type { TimedPlace } from './timetable.ts';

/** A rider in the order of the race. */
export interface OrderRow {
  readonly runner: Runner;
  readonly bib: Bib;
  /** To the first rider at the same point of the road; never negative, never less than that of a rider ahead. */
  readonly gapS: number;
  readonly estimated: boolean;
  readonly finished: boolean;
}

export interface RoadOrder {
  /** Finishers by time, then those on the road, head to back. */
  readonly rows: readonly OrderRow[];
  /** The foremost place known; null before anybody is located. */
  readonly head: TimedPlace | null;
}

/**
 * The order of the race at a moment, and everybody's gap: the time since the first rider was where he is. Order and
 * gap are one thing, so that trackers that speak at different moments are compared fairly. Who has been silent for too
 * long at `nowMs` is not in it.
 */
export function orderOnRoad(riding: Riding, nowMs: number): RoadOrder {
  const finished: Runner[] = [];
  const road: Runner[] = [];
  for (const one of riding.runners.values()) {
    if (one.finish !== null && one.status === 'racing') finished.push(one);
    else if (isDrawn(one, nowMs, riding.feedMs)) road.push(one);
  }
  finished.sort((a, b) => a.finish!.atMs - b.finish!.atMs || compareBibs(a.bib, b.bib));
  const winner = finished[0];
  const head = winner ? { distanceM: riding.course.lengthM, atMs: winner.finish!.atMs } : foremost(road);
  if (!head) return { rows: [], head: null };
  const rows: OrderRow[] = finished.map((runner) => ({
    runner,
    bib: runner.bib,
    gapS: (runner.finish!.atMs - head.atMs) / 1000,
    estimated: runner.finish!.origin === 'estimated',
    finished: true,
  }));
  return { rows: [...rows, ...roadRows(riding, road, head, rows.at(-1)?.gapS ?? 0)], head };
}

function foremost(runners: readonly Runner[]): TimedPlace | null {
  let head: TimedPlace | null = null;
  for (const { fixes } of runners) {
    const last = fixes.at(-1)!;
    if (!head || last.distanceM > head.distanceM || (last.distanceM === head.distanceM && last.atMs < head.atMs))
      head = last;
  }
  return head;
}

function roadRows(riding: Riding, road: readonly Runner[], head: TimedPlace, leastS: number): OrderRow[] {
  const { timetable, standstills, feedMs } = riding;
  const rows = road.map((runner) => {
    const { distanceM, atMs } = runner.fixes.at(-1)!;
    const first = timetable.firstTimeAt(distanceM, head);
    const gapS = Math.max(leastS, (atMs - first.atMs - standstills.stoodMs(first.atMs, atMs)) / 1000);
    const carriedM = distanceM + (runner.speedMps * (feedMs - atMs)) / 1000;
    return { runner, bib: runner.bib, gapS, estimated: first.estimated, finished: false, carriedM };
  });
  return rows.sort((a, b) => a.gapS - b.gapS || b.carriedM - a.carriedM || compareBibs(a.bib, b.bib));
}
