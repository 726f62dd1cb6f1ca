import type { Group } from '../groups/group.ts';
import type { GroupWishes } from '../groups/groups-of.ts';
import type { TopicHealth } from '../health.ts';
import type { Place } from '../place.ts';
import type { Race } from '../race.ts';
import { isAgainstClock } from '../sheet.ts';
import { nameTold } from './name-told.ts';
import type { Slate } from './slate.ts';
import { groupsCorrected, groupsTold } from './told-groups.ts';

/** Where trackers follow the race, what a hand said of a group holds for so long. */
const TRACKED_MS = 300_000;

/**
 * The race with what a hand has told of its groups. Without trackers groups, places and gaps are those of the slate; else
 * it corrects single groups, for a while. The same race where nothing holds.
 */
export function slated(race: Race, slate: Slate, wishes: GroupWishes): Race {
  if (slate.length === 0 || isAgainstClock(race.sheet) || race.phase === 'finished') return race;
  if (race.places.some(({ rank }) => rank !== null)) return corrected(race, slate, wishes);
  const newestMs = Math.max(...slate.map(({ atMs }) => atMs));
  const groups = nameTold(groupsTold(race, slate), race, wishes);
  const placed = inOrder(race.places, groups, ({ bib }) => groups.some(({ bibs }) => bibs.includes(bib)));
  const places = placed.map((place): Place => {
    const group = groups.find(({ id }) => id === place.group);
    if (!group) return place;
    return { ...place, tracker: 'live', distanceM: group.frontM, speedKph: 0, atMs: newestMs };
  });
  const told: TopicHealth = { topic: 'told', state: 'live', lastMs: race.atMs };
  return {
    ...race,
    phase: 'racing',
    groups,
    places,
    health: { ...race.health, topics: [...race.health.topics, told] },
  };
}

function corrected(race: Race, slate: Slate, wishes: GroupWishes): Race {
  const holding = slate.filter(({ atMs, until }) => until !== null || race.atMs - atMs < TRACKED_MS);
  if (holding.length === 0 || race.groups.length === 0) return race;
  const groups = nameTold(groupsCorrected(race, holding), race, wishes);
  return { ...race, groups, places: inOrder(race.places, groups, ({ rank }) => rank !== null) };
}

/** Those on the road in the order of their groups, each with the gap of his group where that was told. */
function inOrder(places: readonly Place[], groups: readonly Group[], isOnRoad: (place: Place) => boolean): Place[] {
  const placeOf = new Map(groups.flatMap(({ bibs }, at) => bibs.map((bib) => [bib, at])));
  const orderOf = ({ bib, finish }: Place) => (finish ? -1 : (placeOf.get(bib) ?? groups.length));
  const onRoad = places.filter(isOnRoad).sort((a, b) => orderOf(a) - orderOf(b));
  const placed = onRoad.map((place, i): Place => {
    const group = place.finish ? undefined : groups[placeOf.get(place.bib) ?? -1];
    if (!group) return { ...place, rank: i + 1 };
    const isTold = place.gapS === null || group.gap?.origin === 'manual' || group.id !== place.group;
    const gap = isTold ? { gapS: groupS(group, groups), gapOrigin: group.gap?.origin ?? 'manual' } : {};
    return { ...place, rank: i + 1, group: group.id, ...gap };
  });
  return [...placed, ...places.filter((place) => !isOnRoad(place))];
}

const groupS = (group: Group, groups: readonly Group[]): number | null =>
  group === groups[0] ? 0 : (group.gap?.value ?? null);
