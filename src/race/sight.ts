import type { OfficialGroupsEvent } from './event.ts';
import { type GroupsState, moveGroups, noGroups } from './groups/groups.ts';
import { learningAt } from './learning.ts';
import type { Memory, RoadSight } from './memory.ts';
import { phaseAt } from './phase.ts';
import type { Race } from './race.ts';
import type { Riding } from './riders/riding.ts';
import { orderOnRoad, type RoadOrder } from './riders/road-order.ts';
import { newsMs, SILENT_MS } from './riders/runner.ts';
import { passedAt } from './riders/told-gap.ts';
import { isAgainstClock } from './sheet.ts';

/** So many at the end of a race may fall silent on the road without it being the feed. */
const FEW = 3;

/** The order and the groups at a moment, from all that is known; asking changes nothing. */
export function look(memory: Memory, nowMs: number): RoadSight {
  const { riding, sheet } = memory;
  const official = freshOfficial(memory.officialGroups, nowMs);
  if (memory.sight && holds(memory, memory.sight, official, nowMs)) return memory.sight;
  const field = orderOnRoad(riding, silenceMs(memory, nowMs));
  const phase = phaseAt(memory.phase, sheet, field, nowMs);
  const learning = isAgainstClock(sheet) ? null : learningAt(memory, nowMs);
  const groups = isAgainstClock(sheet) || learning ? noGroups : groupsAt(memory, field, phase, official);
  const { afterMs, untilMs } = spanOf(riding, nowMs);
  memory.sight = { field, phase, groups, learning, official, afterMs, untilMs };
  return memory.sight;
}

/**
 * The moment by which each is judged silent. Where nobody is heard it is the feed that is silent and no rider: all stay
 * where they were, and graphics grow old. Not where a hand tells of the race instead; nor where a race on the road is won
 * and but a few were still heard, for so it ends.
 */
function silenceMs({ riding, sheet, slate }: Memory, nowMs: number): number {
  if (slate.length > 0) return nowMs;
  let [isWon, left] = [false, 0];
  for (const runner of riding.runners.values()) {
    if (runner.status !== 'racing') continue;
    if (runner.finish) isWon = true;
    else if (runner.last && riding.feedMs - newsMs(runner) <= SILENT_MS) left += 1;
  }
  return isWon && left <= FEW && !isAgainstClock(sheet) ? nowMs : Math.min(nowMs, riding.feedMs);
}

/** Nobody has fallen silent since, and nobody is heard who was silent then. */
function holds(memory: Memory, sight: RoadSight, official: OfficialGroupsEvent | null, nowMs: number): boolean {
  if (sight.official !== official || nowMs <= sight.afterMs || nowMs > sight.untilMs) return false;
  if (
    (!memory.isLearnt || memory.backMs !== null) &&
    !isAgainstClock(memory.sheet) &&
    sight.learning?.untilMs !== learningAt(memory, nowMs)?.untilMs
  )
    return false;
  return sight.phase === phaseAt(memory.phase, memory.sheet, sight.field, nowMs);
}

/** Between which moments the riders on the road are the same as now. */
function spanOf({ runners }: Riding, nowMs: number): Pick<RoadSight, 'afterMs' | 'untilMs'> {
  let [afterMs, untilMs] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const runner of runners.values()) {
    if (!runner.last || runner.finish || runner.status !== 'racing') continue;
    const silentMs = newsMs(runner) + SILENT_MS;
    if (nowMs > silentMs) afterMs = Math.max(afterMs, silentMs);
    else untilMs = Math.min(untilMs, silentMs);
  }
  return { afterMs, untilMs };
}

function groupsAt(
  memory: Memory,
  field: RoadOrder,
  phase: Race['phase'],
  official: OfficialGroupsEvent | null,
): GroupsState {
  const { riding, sheet } = memory;
  const leader = sheet.jerseys.find((jersey) => jersey.kind === 'general')?.bib ?? '';
  let fieldSize = 0;
  for (const runner of riding.runners.values()) if (runner.status === 'racing') fieldSize += 1;
  return moveGroups(memory.settled, {
    field,
    racing: phase === 'racing' || phase === 'finished',
    timeAt: (bib, distanceM) => passedAt(riding, bib, distanceM),
    atMs: riding.feedMs,
    leader: riding.runners.get(leader)?.index ?? null,
    fieldSize,
    official,
  });
}

const freshOfficial = (event: OfficialGroupsEvent | null, nowMs: number): OfficialGroupsEvent | null =>
  event && nowMs - event.atMs < event.freshS * 1000 ? event : null;
