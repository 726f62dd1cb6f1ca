import type { Bib, Reading } from '../units.ts';
import type { GroupsState } from './groups.ts';

/** What became of the groups so far: for who thinks about the race. It stays at the desk: pages hold `noGroupsPast`. */
export interface GroupsPast {
  /** The newest changes, oldest first. */
  readonly lineage: readonly GroupChange[];
  /** One for each group that has one before it, from head to back. */
  readonly gaps: readonly GapByKm[];
}

/** A group came to be, or is no more. A group that others left or joined goes on, with its id. */
export type GroupChange = Formed | Merged;

interface Change {
  readonly group: string;
  readonly riders: number;
  readonly atMs: number;
  /** Where its front was. */
  readonly distanceM: number;
}

export interface Formed extends Change {
  readonly kind: 'formed';
  /** The groups that its riders were in, most riders first; none for the first group of a day. */
  readonly from: readonly string[];
}

export interface Merged extends Change {
  readonly kind: 'merged';
  /** The groups that its riders are in now, most riders first; none where nobody of it is on the road any more. */
  readonly into: readonly string[];
}

/** The gap between two neighbours on the road, by kilometre, as long as both are made up as they are. */
export interface GapByKm {
  readonly group: string;
  readonly previous: string;
  /** Oldest first, one for each kilometre that the front of `group` has passed, over the last 15 km. */
  readonly points: readonly GapPoint[];
}

export interface GapPoint extends Reading {
  /** Kilometre of the front of the group behind; the value is the gap in seconds. */
  readonly km: number;
}

export const noGroupsPast: GroupsPast = { lineage: [], gaps: [] };

/** As much as must be known of a group; of several from head to back. */
interface PastGroup {
  readonly id: string;
  readonly bibs: readonly Bib[];
  readonly frontM: number;
  readonly gapToPrevious: Reading | null;
}

const MOST_CHANGES = 200;
const KEPT_KM = 15;
/** Where so many of a group are others than a moment before, it has split or merged: its gaps of before say little. */
const OTHERS_SHARE = 0.2;

function known({ groups }: GroupsState): PastGroup[] {
  return groups.map(({ id, bibs, rows, gapToPrevious }) => {
    const frontM = rows[0]!.runner.fixes.at(-1)!.distanceM;
    return { id, bibs, frontM, gapToPrevious };
  });
}

/** What is past once the groups have become others. The same object where nothing is new. */
export function movePast(past: GroupsPast, settled: GroupsState, groups: GroupsState, atMs: number): GroupsPast {
  const [before, now] = [known(settled), known(groups)];
  const changes = changesBetween(before, now, atMs);
  const lineage = changes.length > 0 ? [...past.lineage, ...changes].slice(-MOST_CHANGES) : past.lineage;
  const gaps = gapsOf(past.gaps, before, now);
  return lineage === past.lineage && gaps === past.gaps ? past : { lineage, gaps };
}

function changesBetween(before: readonly PastGroup[], now: readonly PastGroup[], atMs: number): GroupChange[] {
  const old = new Set(before.map(({ id }) => id));
  const alive = new Set(now.map(({ id }) => id));
  const about = ({ id, bibs, frontM }: PastGroup) => ({ group: id, riders: bibs.length, atMs, distanceM: frontM });
  return [
    ...now
      .filter(({ id }) => !old.has(id))
      .map((group): Formed => ({ kind: 'formed', ...about(group), from: sharing(group, before) })),
    ...before
      .filter(({ id }) => !alive.has(id))
      .map((group): Merged => ({ kind: 'merged', ...about(group), into: sharing(group, now) })),
  ];
}

/** The groups that have riders of this one, most first. */
function sharing({ bibs }: PastGroup, groups: readonly PastGroup[]): string[] {
  const own = new Set(bibs);
  return groups
    .map(({ id, bibs }) => ({ id, count: bibs.filter((bib) => own.has(bib)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ id }) => id);
}

function gapsOf(gaps: readonly GapByKm[], before: readonly PastGroup[], now: readonly PastGroup[]): readonly GapByKm[] {
  const whole = new Set(now.filter((group) => isMadeUpAsBefore(group, before)).map(({ id }) => id));
  const next = now.slice(1).map((group, i): GapByKm => {
    const previous = now[i]!.id;
    const old = gaps.find((one) => one.group === group.id && one.previous === previous);
    const kept = old && whole.has(group.id) && whole.has(previous) ? old : { group: group.id, previous, points: [] };
    return withPoint(kept, group);
  });
  const isSame = next.length === gaps.length && next.every((one, i) => one === gaps[i]);
  return isSame ? gaps : next;
}

function isMadeUpAsBefore({ id, bibs }: PastGroup, before: readonly PastGroup[]): boolean {
  const old = before.find((group) => group.id === id);
  if (!old) return false;
  const own = new Set(old.bibs);
  const stayed = bibs.filter((bib) => own.has(bib)).length;
  return Math.max(old.bibs.length, bibs.length) - stayed < OTHERS_SHARE * Math.max(old.bibs.length, bibs.length);
}

function withPoint(gap: GapByKm, { frontM, gapToPrevious }: PastGroup): GapByKm {
  const km = Math.floor(frontM / 1000);
  const last = gap.points.at(-1);
  if (!gapToPrevious || (last && km <= last.km)) return gap;
  const kept = gap.points.filter((point) => point.km > km - KEPT_KM);
  return { ...gap, points: [...kept, { km, ...gapToPrevious }] };
}

/** The same, so much later. */
export const movedPast = ({ lineage, gaps }: GroupsPast, byMs: number): GroupsPast => ({
  lineage: lineage.map((change) => ({ ...change, atMs: change.atMs + byMs })),
  gaps: gaps.map((gap) => ({ ...gap, points: gap.points.map((point) => ({ ...point, atMs: point.atMs + byMs })) })),
});
