import type { Group } from '../../src/race/groups/group.ts';
import type { Place } from '../../src/race/place.ts';
import type { Passage } from '../../src/race/riders/passage.ts';
import type { StandingsInput } from '../../src/race/standings/input.ts';
import { nothingOfficial } from '../../src/race/standings/official.ts';
import type { Bib } from '../../src/race/units.ts';
import { group, place, START_MS, sheet } from './race.ts';

/** What the engine would hand over, half an hour into the stage; everything not given is quiet. */
export function standingsInput(over: Partial<StandingsInput> = {}): StandingsInput {
  return {
    sheet: over.sheet ?? sheet(),
    atMs: START_MS + 1_800_000,
    places: [],
    groups: [],
    passages: [],
    timeTrial: null,
    official: nothingOfficial,
    previous: null,
    lastSeen: () => null,
    companyOf: () => null,
    ...over,
  };
}

/** Groups on the road from head to back, each with its gap and riders; nobody else is known. */
export function onRoad(...groups: readonly (readonly [gapS: number, bibs: readonly Bib[]])[]): {
  groups: Group[];
  places: Place[];
} {
  const atMs = START_MS + 1_800_000;
  let rank = 0;
  const places = groups.flatMap(([gapS, bibs], index) =>
    bibs.map((bib) => place(bib, { rank: ++rank, gapS, group: `g${index + 1}`, distanceM: 20_000 - gapS * 11, atMs })),
  );
  return {
    places,
    groups: groups.map(([gapS, bibs], index) =>
      group({ id: `g${index + 1}`, bibs, gap: index === 0 ? null : { value: gapS, atMs, origin: 'gps' } }),
    ),
  };
}

/** Riders over a line, in order, with the seconds between the first and each of them. */
export function passages(mark: string, firstMs: number, ...riders: readonly (readonly [Bib, number])[]): Passage[] {
  return riders.map(([bib, afterS], index) => ({
    mark,
    bib,
    rank: index + 1,
    atMs: firstMs + afterS * 1000,
    origin: 'timed',
    lap: 1,
    bracketS: 0,
  }));
}
