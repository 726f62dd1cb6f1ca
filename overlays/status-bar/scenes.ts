import type { Course } from '../../src/race/course/course.ts';
import type { Race } from '../../src/race/race.ts';
import { mountains } from '../../src/race/sample/mountains.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'peloton', bibs: 92, gapS: 254 },
] as const;

/** A road that nobody brought, as far as its first rider has come; it has no end that anybody knows. */
const growing: Course = {
  ...mountains,
  lengthM: 300_000,
  profile: { stepM: 50, altitudesM: [] },
  climbs: [],
  marks: [],
  ridden: { knownM: 26_400, isEndKnown: false },
};
/** The same once it has closed: how many laps there are, nobody says. */
const closed: Course = { ...growing, laps: { fromM: 0, lengthM: 6500, count: 46 } };

/** On the road for so long. */
function started(race: Race, seconds: number): Race {
  const info = { ...race.sheet.info, startMs: race.atMs - seconds * 1000 };
  return { ...race, sheet: { ...race.sheet, info } };
}

export const scenes: Scenes = {
  empty: {
    title: 'Nobody is located',
    race: situation({ headKm: 0, groups: [] }),
  },
  minimal: {
    title: 'Before the start, in Italian',
    race: situation({ headKm: 0, groups: [{ kind: 'peloton', bibs: 176 }], over: { phase: 'neutral' } }),
    edition: { language: 'it' },
  },
  full: {
    title: 'On the road, the time since the start',
    race: started(situation({ headKm: 125.74, groups }), 11_525),
    later: started(situation({ headKm: 126.9, groups }), 11_612),
  },
  overflowing: {
    title: 'The longest distance in the longest words, in French',
    race: situation({ headKm: 0.4, groups }),
    params: { beside: 'stage' },
    edition: { language: 'fr', units: 'imperial' },
  },
  late: {
    title: 'No news for three quarters of a minute: an estimate, and nothing is said of speed',
    race: situation({ headKm: 125.74, groups }),
    params: { beside: 'speed' },
    ageS: 45,
  },
  speed: {
    title: 'The speed of the head, in Dutch',
    race: situation({ headKm: 88.2, groups }),
    params: { beside: 'speed' },
    edition: { language: 'nl' },
  },
  ridden: {
    title: 'A road that riders draw: the kilometres that they have ridden, in Spanish',
    race: started(situation({ headKm: 26.4, groups, course: growing }), 2415),
    edition: { language: 'es' },
  },
  lap: {
    title: 'A lap that riders have ridden, of nobody knows how many',
    race: started(situation({ headKm: 26.4, groups, course: closed }), 2415),
  },
  metres: {
    title: 'The last kilometre, in metres',
    race: started(situation({ headKm: 167.4, groups }), 15_240),
  },
};
