import type { Jersey } from '../sheet.ts';
import { mpsFromKph } from '../units.ts';
import type { Group } from './group.ts';
import type { GroupsState, RoadGroup } from './groups.ts';
import { trendOf } from './trend.ts';

/** What the operator decided about groups. */
export interface GroupWishes {
  readonly names: ReadonlyMap<string, string>;
  readonly camera: string | null;
}

/** The groups as they are given out. */
export function groupsOf(state: GroupsState, jerseys: readonly Jersey[], wishes: GroupWishes): Group[] {
  return state.groups.map((group) => ({
    id: group.id,
    kind: group.kind,
    ordinal: group.ordinal,
    pieces: group.pieces,
    name: wishes.names.get(group.id) ?? group.officialName,
    bibs: group.bibs,
    sinceMs: Number.isFinite(group.sinceMs) ? group.sinceMs : null,
    ...extentOf(group),
    gap: group.gap,
    gapToPrevious: group.gapToPrevious,
    trendSPerMin: group.gap && group.kind !== 'rest' ? trendOf(state.histories.get(group.id) ?? []) : null,
    jerseys: jerseys.filter((jersey) => group.bibs.includes(jersey.bib)).map((jersey) => jersey.kind),
    onCamera: wishes.camera === group.id,
  }));
}

function extentOf({ rows }: RoadGroup): { frontM: number; backM: number; speedKph: number } {
  let frontM = Number.NEGATIVE_INFINITY;
  let backM = Number.POSITIVE_INFINITY;
  let speed = 0;
  for (const { runner } of rows) {
    const { distanceM } = runner.last!;
    if (distanceM > frontM) frontM = distanceM;
    if (distanceM < backM) backM = distanceM;
    speed += runner.speedMps;
  }
  return { frontM, backM, speedKph: speed / rows.length / mpsFromKph(1) };
}
