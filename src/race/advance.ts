import { noteLearning } from './learning.ts';
import type { Memory } from './memory.ts';
import { placesAt, reckon, timeTrialInput } from './reckon.ts';
import { estimateArrivals } from './riders/arrivals.ts';
import { noteRecords } from './time-trial/time-trial.ts';

/** Enters what time alone tells, up to a moment that has come. */
export function advance(memory: Memory, atMs: number): void {
  const { riding } = memory;
  memory.watchedMs = Math.max(memory.watchedMs, atMs);
  const nowMs = Math.max(memory.watchedMs, riding.feedMs);
  if (estimateArrivals(riding, nowMs)) memory.sight = null;
  noteLearning(memory, nowMs);
  const places = placesAt(memory, nowMs);
  for (const { bib, group, atMs: seenMs } of places) {
    const runner = riding.runners.get(bib);
    if (runner && group !== null) runner.seen = { group, atMs: seenMs };
  }
  noteRecords(timeTrialInput(memory, places, nowMs));
  memory.reckoned = null;
  const { rated } = reckon(memory, nowMs, places);
  memory.rated = rated;
  memory.previous = rated.standings;
}
