import type { RoadGroup } from './groups/groups.ts';
import type { Place } from './place.ts';
import type { Riding } from './riders/riding.ts';
import type { RoadOrder } from './riders/road-order.ts';
import { type Runner, trackerOf } from './riders/runner.ts';
import { compareBibs, type Origin, type Reading } from './units.ts';

type Row = RoadOrder['rows'][number];

/** Every rider's place at a moment. Who has not changed has the same object as before. */
export function placesOf(
  riding: Riding,
  field: RoadOrder,
  groups: readonly RoadGroup[],
  nowMs: number,
  gaps: boolean,
): Place[] {
  const groupOf = new Array<string | null>(riding.roster.size).fill(null);
  for (const group of groups) for (const row of group.rows) groupOf[row.index] = group.id;
  const { rows, lapped, lappedBefore } = field;
  const order = lapped.length > 0 ? [...rows.slice(0, lappedBefore), ...lapped, ...rows.slice(lappedBefore)] : rows;
  const placed = order.map((row, i) => placeOf(riding, row.runner, row, i + 1, groupOf[row.index]!, nowMs, gaps));
  const others = [...field.others].sort((a, b) => compareBibs(a.bib, b.bib));
  for (const runner of others) placed.push(placeOf(riding, runner, null, null, null, nowMs, gaps));
  return placed;
}

function placeOf(
  riding: Riding,
  runner: Runner,
  row: Row | null,
  rank: number | null,
  group: string | null,
  nowMs: number,
  gaps: boolean,
): Place {
  const { last } = runner;
  const place: Place = {
    bib: runner.bib,
    status: runner.finish && runner.status === 'racing' ? 'finished' : runner.status,
    tracker: trackerAt(riding, runner, row, nowMs),
    rank,
    distanceM: runner.finish ? finishM(riding, runner) : (last?.distanceM ?? Number.NaN),
    speedKph: runner.speedMps * 3.6,
    atMs: last?.atMs ?? 0,
    gapS: row && gaps && runner.lapsDown === 0 ? row.gapS : null,
    gapOrigin: originOf(row),
    group,
    finish: finishOf(runner, row),
    lapsDown: runner.lapsDown,
  };
  const before = runner.place;
  if (before && isSamePlace(before, place)) return before;
  runner.place = place;
  return place;
}

/** Who was flagged off has not ridden all of it. */
const finishM = ({ course }: Riding, { lapsDown }: Runner): number =>
  course.lengthM - lapsDown * (course.laps?.lengthM ?? 0);

/** Who stands on the road in a silence of all trackers is late, for however long. */
function trackerAt({ feedMs }: Riding, runner: Runner, row: Row | null, nowMs: number): Place['tracker'] {
  const tracker = trackerOf(runner, nowMs, feedMs);
  const stays = row !== null && !row.finished && tracker !== 'live';
  return stays ? 'late' : tracker;
}

function originOf(row: Row | null): Origin {
  if (row?.finished) return row.runner.finish!.origin;
  return row?.told ?? (!row || row.estimated ? 'estimated' : 'gps');
}

/** The value of a finish is the time behind the first. */
function finishOf({ finish, place }: Runner, row: Row | null): Reading | null {
  if (!finish) return null;
  const reading = { ...finish, value: row?.finished ? row.gapS : 0 };
  const before = place?.finish;
  return before && isSameReading(before, reading) ? before : reading;
}

/** All there is of a place. */
const placeFields = Object.keys({
  distanceM: 0,
  atMs: 0,
  gapS: 0,
  rank: 0,
  tracker: 0,
  speedKph: 0,
  status: 0,
  gapOrigin: 0,
  group: 0,
  finish: 0,
  lapsDown: 0,
  bib: 0,
} satisfies Record<keyof Place, 0>) as (keyof Place)[];

function isSamePlace(a: Place, b: Place): boolean {
  if (a.atMs !== b.atMs) return false;
  for (const field of placeFields) if (!Object.is(a[field], b[field])) return false;
  return true;
}

const isSameReading = (a: Reading, b: Reading): boolean =>
  a.value === b.value && a.atMs === b.atMs && a.origin === b.origin;
