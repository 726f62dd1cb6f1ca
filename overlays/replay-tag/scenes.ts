import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'peloton', bibs: 92, gapS: 54 },
] as const;
const race = situation({ headKm: 125.74, groups });

export const scenes: Scenes = {
  empty: {
    title: 'No replay is running',
    race,
  },
  minimal: {
    title: 'Nobody is on the road, in Italian',
    race: situation({ headKm: 0, groups: [] }),
    replay: true,
    edition: { language: 'it' },
  },
  full: {
    title: 'A replay: whatever the race becomes, it says the same',
    race,
    replay: true,
  },
  overflowing: {
    title: 'The longest word, in Spanish',
    race,
    replay: true,
    edition: { language: 'es' },
  },
  late: {
    title: 'No news for ten minutes: it is as true as before, in Dutch',
    race,
    replay: true,
    ageS: 600,
    edition: { language: 'nl' },
  },
};
