import { buildCourse } from '../../src/race/course/build.ts';
import type { Course } from '../../src/race/course/course.ts';
import type { CourseSource } from '../../src/race/course/source.ts';
import type { Group, Place, Race } from '../../src/race/race.ts';
import type { Rider, Sheet } from '../../src/race/sheet.ts';
import { noStandings } from '../../src/race/standings.ts';
import type { Bib } from '../../src/race/units.ts';

/** 12:00 UTC on a day without meaning: when the riders of these tests leave km 0. */
export const START_MS = Date.UTC(2026, 6, 4, 12);

/** A straight road to the east at 45 degrees north: 100 km, flat, then 10 km at 6 % to the finish. */
export const straightRoad: CourseSource = {
  lengthKm: 110,
  line: Array.from({ length: 111 }, (_, km) => ({ lat: 45, lon: 5 + eastDegrees(km), altitudeM: null })),
  anchors: [],
  elevation: [
    { km: 0, altitudeM: 200 },
    { km: 100, altitudeM: 200 },
    { km: 110, altitudeM: 800 },
  ],
  climbs: [],
  marks: [{ kind: 'sprint', name: 'Valbrun', km: 50 }],
  sectors: [],
  laps: null,
  protectionKm: null,
};

/** Degrees of longitude in so many kilometres along the road of these tests. */
export function eastDegrees(km: number): number {
  return km / (111.195 * Math.cos(Math.PI / 4));
}

export function course(over: Partial<CourseSource> = {}): Course {
  return buildCourse({ ...straightRoad, ...over });
}

export function rider(bib: Bib, over: Partial<Rider> = {}): Rider {
  const team = `T${String(Math.floor(Number(bib) / 10) + 1).padStart(2, '0')}`;
  return { bib, given: 'Given', family: `Family${bib}`, team, nation: 'FRA', born: null, ...over };
}

/** `count` riders in teams of eight, bibs 1-8, 11-18 and so on. */
export function riders(count: number): ReadonlyMap<Bib, Rider> {
  const bibs = Array.from({ length: count }, (_, i) => String(Math.floor(i / 8) * 10 + (i % 8) + 1));
  return new Map(bibs.map((bib) => [bib, rider(bib)]));
}

export function sheet(over: Partial<Sheet> = {}): Sheet {
  const all = over.riders ?? riders(16);
  const codes = [...new Set([...all.values()].map((one) => one.team))];
  return {
    info: {
      id: 'test',
      race: 'Tour of the Tests',
      stage: 'Stage 1',
      type: 'flat',
      startMs: START_MS,
      utcOffsetMin: 120,
    },
    course: over.course ?? course(),
    teams: codes.map((code) => ({ code, name: `Team ${code}`, nation: 'FRA', color: '#336699' })),
    riders: all,
    jerseys: [],
    general: [],
    ...over,
  };
}

export function place(bib: Bib, over: Partial<Place> = {}): Place {
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
    ...over,
  };
}

export function group(over: Partial<Group> = {}): Group {
  return {
    id: 'g1',
    kind: 'peloton',
    ordinal: 0,
    name: null,
    bibs: [],
    frontM: 0,
    backM: 0,
    speedKph: 40,
    gap: null,
    gapToPrevious: null,
    trendSPerMin: null,
    jerseys: [],
    onCamera: false,
    ...over,
  };
}

/** A race in which everything not given is quiet. */
export function race(over: Partial<Race> = {}): Race {
  return {
    sheet: over.sheet ?? sheet(),
    atMs: START_MS,
    phase: 'racing',
    places: [],
    groups: [],
    standings: noStandings,
    passages: [],
    timeTrial: null,
    health: {
      topics: [{ topic: 'positions', state: 'live', lastMs: START_MS }],
      trackers: { live: 0, late: 0, silent: 0, off: 0 },
      quarantine: [],
    },
    ...over,
  };
}
