import type { OfficialGroupsEvent } from './event.ts';
import { type GroupsState, moveGroups, noGroups } from './groups/groups.ts';
import { isAgainstClock, type Memory, type Sight } from './memory.ts';
import { phaseAt } from './phase.ts';
import type { Race } from './race.ts';
import { estimateArrivals } from './riders/arrivals.ts';
import { orderOnRoad, type RoadOrder } from './riders/road-order.ts';
import { SILENT_MS } from './riders/runner.ts';

/** The order and the groups at a moment, from all that is known; asking changes nothing. */
export function look(memory: Memory, nowMs: number): Sight {
  const { riding, sheet } = memory;
  if (estimateArrivals(riding, nowMs)) memory.sight = null;
  const official = freshOfficial(memory.officialGroups, nowMs);
  if (memory.sight?.official === official && nowMs <= memory.sight.untilMs) return memory.sight;
  const field = orderOnRoad(riding, nowMs);
  const phase = phaseAt(memory.phase, sheet, field, nowMs);
  const groups = isAgainstClock(sheet) ? noGroups : groupsAt(memory, field, phase, official);
  let untilMs = Number.POSITIVE_INFINITY;
  for (const { runner, finished } of field.rows) {
    if (!finished) untilMs = Math.min(untilMs, runner.fixes.at(-1)!.atMs + SILENT_MS);
  }
  memory.sight = { field, phase, groups, official, untilMs };
  return memory.sight;
}

function groupsAt(
  memory: Memory,
  field: RoadOrder,
  phase: Race['phase'],
  official: OfficialGroupsEvent | null,
): GroupsState {
  const { riding, sheet } = memory;
  let fieldSize = 0;
  for (const runner of riding.runners.values()) if (runner.status === 'racing') fieldSize += 1;
  return moveGroups(memory.settled, {
    field,
    racing: phase === 'racing' || phase === 'finished',
    timetable: riding.timetable,
    atMs: riding.feedMs,
    leader: sheet.jerseys.find((jersey) => jersey.kind === 'general')?.bib ?? null,
    fieldSize,
    official,
  });
}

const freshOfficial = (event: OfficialGroupsEvent | null, nowMs: number): OfficialGroupsEvent | null =>
  event && nowMs - event.atMs < event.freshS * 1000 ? event : null;
