import { noteLearning } from './learning.ts';
import type { Memory } from './memory.ts';
import { placesAt, reckon, timeTrialInput } from './reckon.ts';
import { estimateArrivals } from './riders/arrivals.ts';
import type { Runner } from './riders/runner.ts';
import { isAgainstClock } from './sheet.ts';
import { look } from './sight.ts';
import { noteRecords } from './time-trial/time-trial.ts';

/** Enters what time alone tells, up to a moment that has come. */
export function advance(memory: Memory, atMs: number): void {
  const { riding } = memory;
  memory.watchedMs = Math.max(memory.watchedMs, atMs);
  const nowMs = Math.max(memory.watchedMs, riding.feedMs);
  if (estimateArrivals(riding, nowMs)) memory.sight = null;
  noteLearning(memory, nowMs);
  const places = placesAt(memory, nowMs);
  for (const { id, rows } of look(memory, nowMs).groups.groups) for (const { runner } of rows) see(runner, id);
  if (isAgainstClock(memory.sheet)) noteRecords(timeTrialInput(memory, places, nowMs));
  memory.reckoned = null;
  const { rated } = reckon(memory, nowMs, places);
  memory.rated = rated;
  memory.previous = rated.standings;
}

/** Notes that a good fix has him in a group. */
function see(runner: Runner, group: string): void {
  const { seen } = runner;
  const { atMs } = runner.last!;
  if (seen?.group === group) seen.atMs = atMs;
  else runner.seen = { group, atMs };
}
