import { buildCourse } from '../../src/race/course/build.ts';
import { mountainRoad } from '../../src/race/sample/mountains.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'chasers', bibs: ['24', '77', '3'], gapS: 83 },
  { kind: 'jersey', bibs: 42, gapS: 254 },
  { kind: 'gruppetto', bibs: 121, gapS: 905 },
] as const;

const flat = buildCourse({ ...mountainRoad, climbs: [] });

const long = buildCourse({
  ...mountainRoad,
  climbs: [
    {
      name: 'Alto de la Sierra de San Cristóbal del Monte',
      category: 'HC',
      summitKm: 112,
      lengthKm: 17.6,
      gradientPct: 7.4,
      altitudeM: 2142,
    },
  ],
});

export const scenes: Scenes = {
  empty: {
    title: 'A stage without a climb',
    race: situation({ headKm: 80, groups, course: { ...flat, climbs: [] } }),
  },
  minimal: {
    title: 'Before a short climb: words alone, in Italian',
    race: situation({ headKm: 57.2, groups: [{ kind: 'peloton', bibs: 176 }] }),
    edition: { language: 'it' },
  },
  full: {
    title: 'On the climb that is above all categories',
    race: situation({ headKm: 102.3, groups, jerseys: { general: '5' } }),
    later: situation({ headKm: 104.1, groups, jerseys: { general: '5' } }),
  },
  overflowing: {
    title: 'A long name, near the summit, in Spanish',
    race: situation({ headKm: 111.6, groups, course: long }),
    edition: { language: 'es' },
  },
  late: {
    title: 'No news for three quarters of a minute: estimates',
    race: situation({ headKm: 106.3, groups }),
    ageS: 45,
  },
  finale: {
    title: 'To the finish at the top, in miles',
    race: situation({ headKm: 160.2, groups }),
    edition: { units: 'imperial' },
  },
};
