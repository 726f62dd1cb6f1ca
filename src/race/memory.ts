import type { OfficialGroupsEvent } from './event.ts';
import type { Group } from './groups/group.ts';
import { type GroupsState, noGroups } from './groups/groups.ts';
import { type GroupsPast, noGroupsPast } from './groups/past.ts';
import type { HealthBook } from './health-book.ts';
import type { Place } from './place.ts';
import type { Race } from './race.ts';
import { enlist, newRiding, type Riding } from './riders/riding.ts';
import type { RoadOrder } from './riders/road-order.ts';
import { newRoster } from './riders/roster.ts';
import { isAgainstClock, type Sheet } from './sheet.ts';
import { cleanSlate, type Slate } from './slate/slate.ts';
import { nothingOfficial, type Official } from './standings/official.ts';
import type { Rated } from './standings/standings.ts';
import type { Standings } from './standings/tables.ts';
import { type RoadRecords, roadRecords } from './time-trial/road-records.ts';
import type { TimeTrial } from './time-trial/run.ts';
import { createStartFinder, type StartFinder } from './time-trial/start-finder.ts';
import { noStartsTold, type StartsTold } from './time-trial/start-times.ts';
import type { Wind } from './wind.ts';

/** What the engine remembers of the race on one course. */
export interface Memory {
  sheet: Sheet;
  readonly riding: Riding;
  readonly records: RoadRecords;
  readonly finishers: RoadRecords;
  official: Official;
  /** Marks whose result a hand has confirmed. */
  confirmed: Race['confirmed'];
  officialGroups: OfficialGroupsEvent | null;
  starts: StartsTold;
  readonly startFinder: StartFinder;
  phase: Race['phase'];
  /** The groups as of the last moment that is over, and when that was. */
  settled: GroupsState;
  settledMs: number;
  past: GroupsPast;
  wind: Wind | null;
  /** The road became another one: until so many riders are found on it, or for so long, the groups are those of before. */
  awaited: { readonly riders: number; readonly untilMs: number } | null;
  /** When the race was first located, on its way; null where that was at its start, or is still to come. */
  joinedMs: number | null;
  /** The race was seen from the start, or has been learnt since. */
  isLearnt: boolean;
  /** When trackers were heard again after none was for longer than a silence; null where that never was. */
  backMs: number | null;
  /** The order and the groups as of now; null when something has happened since. */
  sight: RoadSight | null;
  /** What hands call groups that still ride, by id. */
  names: Map<string, string>;
  camera: string | null;
  /** What a hand has told of the groups. */
  slate: Slate;
  /** The standings of the last moment that has come; null when somebody's status has changed since. */
  rated: Rated | null;
  /** The same, however old. */
  previous: Standings | null;
  /** The newest moment that has come. */
  watchedMs: number;
  /** What was reckoned last, to be given again while nothing changes. */
  reckoned: Reckoned | null;
}

/** The race at a moment, as far as it takes time to reckon. */
export interface Reckoned {
  readonly sight: RoadSight;
  readonly rated: Rated;
  readonly nowMs: number;
  readonly places: readonly Place[];
  readonly groups: readonly Group[];
  readonly timeTrial: TimeTrial | null;
}

export interface RoadSight {
  readonly field: RoadOrder;
  readonly phase: Race['phase'];
  readonly groups: GroupsState;
  readonly learning: Race['learning'];
  readonly official: OfficialGroupsEvent | null;
  /** It is the same after the last of those left out fell silent, until the first of those in it does. */
  readonly afterMs: number;
  readonly untilMs: number;
}

export function remember(sheet: Sheet, health: HealthBook, roster = newRoster()): Memory {
  const riding = newRiding(sheet.course, sheet.info.startMs, health, roster, !isAgainstClock(sheet));
  enlist(riding, [...sheet.riders.keys()]);
  return {
    sheet,
    riding,
    records: roadRecords(sheet.course.lengthM),
    finishers: roadRecords(sheet.course.lengthM),
    official: nothingOfficial,
    confirmed: [],
    officialGroups: null,
    starts: noStartsTold,
    startFinder: createStartFinder(),
    phase: 'before',
    settled: noGroups,
    settledMs: Number.NEGATIVE_INFINITY,
    past: noGroupsPast,
    wind: null,
    awaited: null,
    joinedMs: null,
    isLearnt: false,
    backMs: null,
    sight: null,
    names: new Map(),
    camera: null,
    slate: cleanSlate,
    rated: null,
    previous: null,
    watchedMs: Number.NEGATIVE_INFINITY,
    reckoned: null,
  };
}

export const ridersIn = ({ groups }: GroupsState): number => groups.reduce((sum, { bibs }) => sum + bibs.length, 0);
