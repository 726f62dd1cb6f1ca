import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'peloton', bibs: 92, gapS: 54 },
] as const;

export const scenes: Scenes = {
  empty: {
    title: 'Forty kilometres before the finish',
    race: situation({ headKm: 128, groups }),
  },
  minimal: {
    title: 'Three kilometres, all together',
    race: situation({ headKm: 165.1, groups: [{ kind: 'peloton', bibs: 176 }] }),
  },
  full: {
    title: 'Three kilometres, then the flamme rouge',
    race: situation({ headKm: 165.2, groups }),
    later: situation({ headKm: 166.95, groups }),
  },
  overflowing: {
    title: 'The longest words, in Spanish',
    race: situation({ headKm: 167.1, groups }),
    edition: { language: 'es' },
  },
  late: {
    title: 'No news for half a minute, in French',
    race: situation({ headKm: 167.1, groups }),
    ageS: 40,
    edition: { language: 'fr' },
  },
};
