import type { Race } from '../../src/race/race.ts';

/** The same race with fresh news: as if all of it had been seen at this moment. */
export function asOf(race: Race, atMs: number): Race {
  const topics = race.health.topics.map((topic) => ({ ...topic, lastMs: atMs }));
  return {
    ...race,
    atMs,
    places: race.places.map((place) => ({ ...place, atMs })),
    groups: race.groups.map((group) => ({ ...group, gap: group.gap && { ...group.gap, atMs } })),
    health: { ...race.health, topics },
  };
}
