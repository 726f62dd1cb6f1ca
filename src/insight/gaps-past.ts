import type { Group } from '../race/groups/group.ts';
import type { Race } from '../race/race.ts';
import type { GapPast } from './insight.ts';

/** The past of a gap to the head, and since which kilometre that is the group that is there now. */
export interface GapToHead extends GapPast {
  readonly head: string;
  readonly headSinceKm: number;
}

/** Of each group that has one before it. The same object where nothing is new. */
export function moveGapsPast(before: readonly GapToHead[], { groups }: Race): readonly GapToHead[] {
  const [head] = groups;
  const now = groups.filter(({ kind, gap }) => kind !== 'rest' && gap !== null);
  const next = now.map((group) => {
    const old = before.find((one) => one.group === group.id);
    const km = Math.floor(group.frontM / 1000);
    const known = old ?? { group: group.id, points: [], head: head!.id, headSinceKm: km };
    return withPoint(known.head === head!.id ? known : { ...known, head: head!.id, headSinceKm: km + 1 }, group, km);
  });
  return next.length === before.length && next.every((one, i) => one === before[i]) ? before : next;
}

function withPoint(past: GapToHead, { gap }: Group, km: number): GapToHead {
  if (!gap || km <= (past.points.at(-1)?.km ?? Number.NEGATIVE_INFINITY)) return past;
  return { ...past, points: [...past.points, { km, gapS: gap.value, isMeasured: gap.origin !== 'estimated' }] };
}
