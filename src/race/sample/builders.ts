import type { CourseSource } from '../course/source.ts';
import type { Group } from '../groups/group.ts';
import { noGroupsPast } from '../groups/past.ts';
import { noOverrides } from '../overrides/override.ts';
import type { Place } from '../place.ts';
import type { Race } from '../race.ts';
import type { Sheet } from '../sheet.ts';
import { cleanSlate } from '../slate/slate.ts';
import { noStandings } from '../standings/tables.ts';
import type { Bib } from '../units.ts';

/** 12:00 UTC on a day without meaning: when the riders of made-up races leave km 0. */
export const START_MS = Date.UTC(2026, 6, 4, 12);

/** Degrees of longitude in so many kilometres along a road to the east at 45 degrees north. */
export function eastDegrees(km: number): number {
  return km / (111.195 * Math.cos(Math.PI / 4));
}

/** A straight road to the east at 45 degrees north, a point each kilometre. */
export const eastward = (lengthKm: number): CourseSource['line'] =>
  Array.from({ length: lengthKm + 1 }, (_, km) => ({ lat: 45, lon: 5 + eastDegrees(km), altitudeM: null }));

/** A race in which everything not given is quiet. */
export function sampleRace(sheet: Sheet, over: Partial<Race> = {}): Race {
  return {
    sheet,
    atMs: START_MS,
    phase: 'racing',
    places: [],
    groups: [],
    standings: noStandings,
    confirmed: [],
    passages: [],
    timeTrial: null,
    wind: null,
    past: noGroupsPast,
    learning: null,
    overrides: noOverrides,
    slate: cleanSlate,
    health: {
      topics: [{ topic: 'positions', state: 'live', lastMs: START_MS }],
      trackers: { live: 0, late: 0, silent: 0, off: 0 },
      withoutLap: 0,
      quarantine: [],
    },
    ...over,
  };
}

export function samplePlace(bib: Bib, over: Partial<Place> = {}): Place {
  return {
    bib,
    status: 'racing',
    tracker: 'live',
    rank: null,
    distanceM: 0,
    speedKph: 40,
    atMs: START_MS,
    gapS: null,
    gapOrigin: 'gps',
    group: null,
    finish: null,
    lapsDown: 0,
    ...over,
  };
}

export function sampleGroup(over: Partial<Group> = {}): Group {
  return {
    id: 'g1',
    kind: 'peloton',
    ordinal: 0,
    pieces: 1,
    name: null,
    bibs: [],
    frontM: 0,
    backM: 0,
    speedKph: 40,
    gap: null,
    gapToPrevious: null,
    sinceMs: null,
    trendSPerMin: null,
    jerseys: [],
    onCamera: false,
    ...over,
  };
}
