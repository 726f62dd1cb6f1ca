import type { Group } from '../../../race/groups/group.ts';
import { headM } from '../../../race/head.ts';
import { lookOf } from '../../../race/jersey-look.ts';
import { placeAt } from '../../../race/place-at.ts';
import type { Seen } from '../../overlay.ts';
import type { GroupMark } from './road-flag.ts';
import { type Stretch, shareOf } from './road-shape.ts';

/** The groups on a stretch of road, at this moment, between fixes: from head to back. */
export function marksOf(seen: Seen, stretch: Stretch): GroupMark[] {
  const look = lookOf(seen.race.sheet, 'general');
  return seen.race.groups
    .filter(({ kind }) => kind !== 'rest')
    .map((group) => ({
      key: group.id,
      kind: group.kind,
      look,
      at: shareOf(stretch)(frontNow(seen, group)),
      size: String(group.bibs.length),
    }))
    .filter(({ at }) => at >= 0 && at <= 1);
}

/** How much of a stretch the head of the race has behind it, from 0 to 1. */
export function riddenShare(seen: Seen, stretch: Stretch): number {
  return Math.min(1, Math.max(0, shareOf(stretch)(headNow(seen))));
}

/** The front of a group at this moment, between fixes. */
function frontNow({ race: { places }, now }: Seen, group: Group): number {
  const first = places.find(({ bib }) => bib === group.bibs[0]);
  return first ? placeAt(first, now) : group.frontM;
}

/** Where the head of the race is at this moment, in metres from km 0. */
export function headNow(seen: Seen): number {
  const [head] = seen.race.groups;
  return seen.race.places[0]?.finish || !head ? (headM(seen.race) ?? 0) : frontNow(seen, head);
}
