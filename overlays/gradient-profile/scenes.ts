import { buildCourse } from '../../src/race/course/build.ts';
import { eastward } from '../../src/race/sample/builders.ts';
import { mountainRoad, mountains } from '../../src/race/sample/mountains.ts';
import { type GroupInBrief, situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'chasers', bibs: ['24', '77', '3'], gapS: 83 },
  { kind: 'peloton', bibs: 92, gapS: 254 },
  { kind: 'gruppetto', bibs: 41, gapS: 905 },
] as const;

const prologue = buildCourse({
  ...mountainRoad,
  lengthKm: 8,
  line: eastward(8),
  elevation: [
    { km: 0, altitudeM: 412 },
    { km: 8, altitudeM: 418 },
  ],
  climbs: [],
  marks: [],
});

const crowded = buildCourse({
  ...mountainRoad,
  climbs: Array.from({ length: 16 }, (_, i) => ({
    name: `Alto de la Sierra de San Cristóbal ${i + 1}`,
    category: (['HC', '1', '2', '3'] as const)[i % 4]!,
    summitKm: (i + 1) * 10,
    lengthKm: 6,
    gradientPct: 6,
    altitudeM: 1000 + i * 50,
  })),
});

const scattered = Array.from(
  { length: 8 },
  (_, i): GroupInBrief => ({ kind: i === 0 ? 'head' : 'dropped', bibs: 20, gapS: i * 8 }),
);

export const scenes: Scenes = {
  empty: {
    title: 'A course of which nobody knows the elevation',
    race: situation({ headKm: 125.74, groups, course: { ...mountains, profile: { stepM: 50, altitudesM: [] } } }),
  },
  minimal: {
    title: 'Eight flat kilometres, nobody located',
    race: situation({ headKm: 0, groups: [], course: prologue }),
  },
  full: {
    title: 'The stage, between two climbs',
    race: situation({ headKm: 125.74, groups }),
    later: situation({ headKm: 126.6, groups }),
  },
  overflowing: {
    title: 'Sixteen climbs with long names, eight groups within a minute, in Spanish',
    race: situation({ headKm: 81.5, groups: scattered, course: crowded }),
    edition: { language: 'es' },
  },
  late: {
    title: 'No news for two minutes: the road, and nobody on it',
    race: situation({ headKm: 125.74, groups }),
    ageS: 120,
  },
  start: {
    title: 'All together at the start, in French',
    race: situation({ headKm: 3.2, groups: [{ kind: 'peloton', bibs: 176 }] }),
    edition: { language: 'fr' },
  },
  finale: {
    title: 'The last ten kilometres, uphill, in miles',
    race: situation({ headKm: 167.4, groups: groups.slice(0, 3) }),
    edition: { units: 'imperial' },
  },
};
