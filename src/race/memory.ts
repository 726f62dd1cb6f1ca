import type { IncidentEvent, OfficialGroupsEvent, PositionsEvent, RaceEvent, SheetEvent } from './event.ts';
import { type GroupsState, moveGroups, noGroups } from './groups/groups.ts';
import { groupsOf } from './groups/groups-of.ts';
import type { HealthBook } from './health-book.ts';
import { moveClock } from './move-clock.ts';
import { phaseAt } from './phase.ts';
import type { Race } from './race.ts';
import { estimateArrivals } from './riders/arrivals.ts';
import { foldPassings } from './riders/passings.ts';
import { foldPositions } from './riders/positions.ts';
import { enlist, newRiding, type Riding } from './riders/riding.ts';
import { orderOnRoad, type RoadOrder } from './riders/road-order.ts';
import { SILENT_MS } from './riders/runner.ts';
import type { Sheet, Start } from './sheet.ts';
import { nothingOfficial, type Official, withIncident, withOfficial } from './standings/official.ts';
import type { Standings } from './standings.ts';
import { timeOfDay } from './time-of-day.ts';
import { type RoadRecords, roadRecords } from './time-trial/road-records.ts';

/** What the engine remembers of the race on one course. */
export interface Memory {
  sheet: Sheet;
  readonly riding: Riding;
  readonly records: RoadRecords;
  official: Official;
  officialGroups: OfficialGroupsEvent | null;
  starts: readonly Start[] | null;
  phase: Race['phase'];
  /** The groups as of the last moment that is over, and when that was. */
  settled: GroupsState;
  settledMs: number;
  /** The road became another one: until so many riders are found on it, or for so long, the groups are those of before. */
  awaited: { readonly riders: number; readonly untilMs: number } | null;
  /** The order and the groups as of now; null when something has happened since. */
  sight: Sight | null;
  readonly names: Map<string, string>;
  camera: string | null;
  rated: { readonly standings: Standings; readonly atMs: number; readonly passages: Race['passages'] } | null;
  /** The last standings given out, however old. */
  previous: Standings | null;
  /** The newest moment that was asked for. */
  watchedMs: number;
}

export interface Sight {
  readonly field: RoadOrder;
  readonly phase: Race['phase'];
  readonly groups: GroupsState;
  readonly official: OfficialGroupsEvent | null;
  /** Until the first of those in it has been silent for too long. */
  readonly untilMs: number;
}

/** Groups move on at most so often on the clock of the race: a feed may send each rider by himself. */
const SETTLE_MS = 500;
/** A whole event this much later than all before it, while the race is being watched, comes from a broken clock. */
const JUMP_MS = 1_800_000;

export function remember(sheet: Sheet, health: HealthBook): Memory {
  const riding = newRiding(sheet.course, sheet.info.startMs, health);
  enlist(riding, [...sheet.riders.keys()]);
  return {
    sheet,
    riding,
    records: roadRecords(sheet.course.lengthM),
    official: nothingOfficial,
    officialGroups: null,
    starts: null,
    phase: 'before',
    settled: noGroups,
    settledMs: Number.NEGATIVE_INFINITY,
    awaited: null,
    sight: null,
    names: new Map(),
    camera: null,
    rated: null,
    previous: null,
    watchedMs: Number.NEGATIVE_INFINITY,
  };
}

/** Tells what happened on the road; a sheet may change the road itself: see `withSheet`. */
export function fold(memory: Memory, event: Exclude<RaceEvent, SheetEvent>): void {
  const { riding } = memory;
  switch (event.kind) {
    case 'positions':
      foldFrame(memory, event);
      return;
    case 'passings':
      foldPassings(riding, event);
      break;
    case 'official-groups':
      riding.health.heard('groups', event.atMs);
      if (event.atMs >= (memory.officialGroups?.atMs ?? 0)) memory.officialGroups = event;
      break;
    case 'rider-status': {
      const runner = riding.runners.get(event.bib);
      if (runner) runner.status = event.status;
      else
        riding.health.refuse('unknown-bib', event.bib, event.atMs, () => `Rider ${event.bib}: not on the start list.`);
      break;
    }
    case 'group-name':
      if (event.name === null) memory.names.delete(event.group);
      else memory.names.set(event.group, event.name);
      return;
    case 'clock-moved':
      moveClock(memory, event.byMs);
      return;
    case 'camera':
      memory.camera = event.group;
      return;
    case 'start-order':
      memory.starts = event.starts;
      break;
    case 'incident':
      noteIncident(memory, event);
      break;
    default:
      memory.official = withOfficial(memory.official, event);
  }
  memory.sight = null;
  memory.rated = null;
}

function noteIncident(memory: Memory, event: IncidentEvent): void {
  const distanceM = memory.riding.runners.get(event.bib)?.fixes.at(-1)?.distanceM;
  if (distanceM === undefined) return;
  const { groups } = look(memory, memory.riding.feedMs);
  memory.official = withIncident(memory.official, event, groupsOf(groups, memory.sheet.jerseys, memory), distanceM);
}

function foldFrame(memory: Memory, event: PositionsEvent): void {
  const { riding, watchedMs } = memory;
  const knownMs = Math.max(watchedMs, riding.feedMs);
  if (Number.isFinite(watchedMs) && Number.isFinite(riding.feedMs) && event.atMs > knownMs + JUMP_MS) {
    const why = () => `Frame of ${timeOfDay(event.atMs)}: later than all news before it by more than half an hour.`;
    riding.health.refuse('from-the-future', null, event.atMs, why);
    return;
  }
  if (event.atMs > riding.feedMs && event.atMs >= memory.settledMs + SETTLE_MS) settle(memory);
  riding.health.heard('positions', event.atMs);
  foldPositions(riding, event, memory.sheet.info.startMs);
  memory.sight = null;
}

/** What was seen has become history. */
function settle(memory: Memory): void {
  const { feedMs } = memory.riding;
  if (!(feedMs > memory.settledMs)) return;
  const { groups, phase } = look(memory, feedMs);
  memory.phase = phase;
  memory.settledMs = feedMs;
  const found = ridersIn(groups);
  if (memory.awaited && found < memory.awaited.riders && feedMs < memory.awaited.untilMs) return;
  memory.awaited = null;
  memory.settled = groups;
  const alive = new Set(groups.groups.map((group) => group.id));
  for (const id of memory.names.keys()) if (!alive.has(id)) memory.names.delete(id);
  if (memory.camera !== null && !alive.has(memory.camera)) memory.camera = null;
}

export const ridersIn = ({ groups }: GroupsState): number => groups.reduce((sum, { bibs }) => sum + bibs.length, 0);

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

export const isAgainstClock = ({ info }: Sheet): boolean =>
  info.type === 'time-trial' || info.type === 'team-time-trial';
