import type { Reading } from '../units.ts';
import type { GroupsState } from './groups.ts';
import type { RoadPiece } from './pieces.ts';

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

const MOST_CHANGES = 400;
const KEPT_KM = 15;
/** What is past once the groups have become others. The same object where nothing is new. */
export function movePast(past: GroupsPast, settled: GroupsState, groups: GroupsState, atMs: number): GroupsPast {
  const [before, now] = [settled.pieces, groups.pieces];
  const changes = changesBetween(before, now, atMs);
  const lineage = changes.length > 0 ? [...past.lineage, ...changes].slice(-MOST_CHANGES) : past.lineage;
  const gaps = gapsOf(past.gaps, now);
  return lineage === past.lineage && gaps === past.gaps ? past : { lineage, gaps };
}

function changesBetween(before: readonly RoadPiece[], now: readonly RoadPiece[], atMs: number): GroupChange[] {
  if (before.length === now.length && before.every(({ id }, i) => id === now[i]!.id)) return [];
  const old = new Set(before.map(({ id }) => id));
  const alive = new Set(now.map(({ id }) => id));
  const about = (piece: RoadPiece) => ({
    group: piece.id,
    riders: piece.bibs.length,
    atMs,
    distanceM: frontOf(piece),
  });
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
function sharing({ bibs }: RoadPiece, groups: readonly RoadPiece[]): string[] {
  const own = new Set(bibs);
  return groups
    .map(({ id, bibs }) => ({ id, count: bibs.filter((bib) => own.has(bib)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ id }) => id);
}

function gapsOf(gaps: readonly GapByKm[], now: readonly RoadPiece[]): readonly GapByKm[] {
  const next = now.slice(1).map((group, i): GapByKm => {
    const { id: previous, isOther } = now[i]!;
    const old = gaps.find((one) => one.group === group.id && one.previous === previous);
    const kept = old && !group.isOther && !isOther ? old : { group: group.id, previous, points: [] };
    return withPoint(kept, group);
  });
  const isSame = next.length === gaps.length && next.every((one, i) => one === gaps[i]);
  return isSame ? gaps : next;
}

const frontOf = ({ rows }: RoadPiece): number => rows[0]!.runner.last!.distanceM;

function withPoint(gap: GapByKm, piece: RoadPiece): GapByKm {
  const { gapToPrevious } = piece;
  const km = Math.floor(frontOf(piece) / 1000);
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
