import { climbLines } from './climb-lines.ts';
import type { Course, Mark } from './course.ts';
import { metresBetween } from './projection.ts';
import { pointAt } from './road.ts';

/** A road ridden anew may lie this far from where it lay, along it and across it: trackers err by half of that. */
const TOLERANCE_M = 60;
const STEP_M = 100;
/** A mark of the same kind that is this near to where one was is that one. */
const SAME_MARK_M = 2000;

/** Nothing of it has moved, though it may have been read anew. */
export function isSameCourse(a: Course, b: Course): boolean {
  if (a === b) return true;
  if (a.lengthM !== b.lengthM || a.line.length !== b.line.length || a.marks.length !== b.marks.length) return false;
  const sameLine = a.line.every((p, i) => p.lat === b.line[i]!.lat && p.lon === b.line[i]!.lon);
  return sameLine && a.marks.every((mark, i) => mark.id === b.marks[i]!.id && mark.distanceM === b.marks[i]!.distanceM);
}

/**
 * The same road from km 0 to the finish, or as far as both are ridden, as near as trackers can tell: who is on one of them
 * is there on the other. One lap more or less of a circuit moves nothing but the finish.
 */
export function isSameRoad(a: Course, b: Course): boolean {
  if (!hasSameLaps(a, b)) return false;
  const lengthM = Math.min(...[a, b].map(({ lengthM, ridden }) => ridden?.knownM ?? lengthM));
  for (let distanceM = 0; distanceM <= lengthM; distanceM += STEP_M)
    if (metresBetween(pointAt(a, distanceM), pointAt(b, distanceM)) > TOLERANCE_M) return false;
  return true;
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE_M;

function hasSameLaps(a: Course, b: Course): boolean {
  if (!a.laps || !b.laps) return a.laps === b.laps && isNear(a.lengthM, b.lengthM);
  if (!isNear(a.laps.fromM, b.laps.fromM)) return false;
  if (hasOtherCount(a, b)) return a.laps.lengthM === b.laps.lengthM;
  return isNear(a.laps.lengthM, b.laps.lengthM) && isNear(a.lengthM, b.lengthM);
}

/** The same circuit may be ridden more often, or less. */
export const hasOtherCount = ({ laps: a }: Course, { laps: b }: Course): boolean => a?.count !== b?.count;

/**
 * What each mark of a course has become on a corrected one: a mark of its kind, with its name where there is one, else
 * the nearest. Ids do not tell: one more sprint, and the first is the second. Marks that are gone are left out.
 */
export function marksAfter(before: Course, after: Course): ReadonlyMap<string, Mark> {
  const marks = [...after.marks, ...climbLines(after)];
  const pairs = [...before.marks, ...climbLines(before)]
    .flatMap((old) =>
      marks.filter(({ kind }) => kind === old.kind).map((mark) => ({ old, mark, ...likeness(old, mark) })),
    )
    .filter(({ named, apartM, old }) => named || apartM <= SAME_MARK_M || old.kind === 'finish')
    .sort((a, b) => Number(b.named) - Number(a.named) || a.apartM - b.apartM);
  const become = new Map<string, Mark>();
  const taken = new Set<string>();
  for (const { old, mark } of pairs) {
    if (become.has(old.id) || taken.has(mark.id)) continue;
    become.set(old.id, mark);
    taken.add(mark.id);
  }
  return become;
}

const likeness = (old: Mark, mark: Mark) => ({
  named: old.name !== '' && old.name === mark.name,
  apartM: Math.abs(old.distanceM - mark.distanceM),
});
