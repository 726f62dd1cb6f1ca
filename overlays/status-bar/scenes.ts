import type { Race } from '../../src/race/race.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'peloton', bibs: 92, gapS: 254 },
] as const;

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
  metres: {
    title: 'The last kilometre, in metres',
    race: started(situation({ headKm: 167.4, groups }), 15_240),
  },
};
