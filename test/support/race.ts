import { buildCourse } from '../../src/race/course/build.ts';
import type { Course } from '../../src/race/course/course.ts';
import type { CourseSource } from '../../src/race/course/source.ts';
import type { Race } from '../../src/race/race.ts';
import { eastward, START_MS, sampleRace } from '../../src/race/sample/builders.ts';
import type { Rider, Sheet } from '../../src/race/sheet.ts';
import type { Bib } from '../../src/race/units.ts';

export { eastDegrees, START_MS, sampleGroup as group, samplePlace as place } from '../../src/race/sample/builders.ts';

/** A straight road to the east at 45 degrees north: 100 km, flat, then 10 km at 6 % to the finish. */
export const straightRoad: CourseSource = {
  lengthKm: 110,
  line: eastward(110),
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
    teams: codes.map((code) => ({ code, name: `Team ${code}`, nation: 'FRA', colors: ['#336699', '#ffcc00'] })),
    riders: all,
    jerseys: [],
    general: [],
    ...over,
  };
}

/** A race in which everything not given is quiet. */
export const race = (over: Partial<Race> = {}): Race => sampleRace(over.sheet ?? sheet(), over);
