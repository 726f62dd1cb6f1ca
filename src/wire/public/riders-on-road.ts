import type { Group } from '../../race/groups/group.ts';
import type { Place } from '../../race/place.ts';
import type { Bib } from '../../race/units.ts';
import type { Reader, Writer } from '../bytes.ts';
import { readTable, writeTable } from './columns.ts';
import { groups as groupColumns, places as placeColumns } from './tables.ts';

/** The riders on the road: where each one is, and the groups that they make. */
export interface RidersOnRoad {
  readonly places: readonly Place[];
  readonly groups: readonly Group[];
}

/**
 * A group's riders, in the order of the road, are the places that name it: they need not travel twice. Where an engine
 * says otherwise they do.
 */
export function writeRidersOnRoad(writer: Writer, { places, groups }: RidersOnRoad): void {
  const members = membersOf(places);
  const derived = groups.every((group) => same(group.bibs, members.get(group.id) ?? []));
  writer.byte(derived ? 1 : 0);
  writeTable(writer, placeColumns, places);
  writeTable(writer, groupColumns, derived ? groups.map((group) => ({ ...group, bibs: [] })) : groups);
}

export function readRidersOnRoad(reader: Reader): RidersOnRoad {
  const derived = reader.byte() === 1;
  const places = readTable(reader, placeColumns);
  const groups = readTable(reader, groupColumns);
  const members = membersOf(places);
  return {
    places,
    groups: derived ? groups.map((group) => ({ ...group, bibs: members.get(group.id) ?? [] })) : groups,
  };
}

function membersOf(places: readonly Place[]): Map<string, Bib[]> {
  const members = new Map<string, Bib[]>();
  for (const { group, bib } of places) {
    if (group === null) continue;
    const bibs = members.get(group);
    if (bibs) bibs.push(bib);
    else members.set(group, [bib]);
  }
  return members;
}

const same = (a: readonly Bib[], b: readonly Bib[]): boolean =>
  a.length === b.length && a.every((bib, i) => bib === b[i]);
