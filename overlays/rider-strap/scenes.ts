import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const jerseys = { general: '31', points: '24', mountain: '33', young: '45' } as const;
const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'chasers', bibs: ['24', '77', '3'], gapS: 83 },
  { kind: 'peloton', bibs: 92, gapS: 254 },
] as const;
const race = situation({ headKm: 125.74, groups, jerseys });

export const scenes: Scenes = {
  empty: {
    title: 'A bib that nobody wears',
    race,
    params: { bib: '999' },
  },
  minimal: {
    title: 'No fact, before the start',
    race: situation({ headKm: 0, groups: [{ kind: 'peloton', bibs: 176 }], over: { phase: 'neutral' } }),
    params: { bib: '12' },
  },
  full: {
    title: 'The mountains jersey in front',
    race,
    params: { bib: '33' },
    later: situation({
      headKm: 126.4,
      groups: [{ kind: 'chasers', bibs: ['33'], gapS: 12 }, ...groups.slice(1)],
      jerseys,
    }),
  },
  overflowing: {
    title: 'A line that is too long, of his own, in French',
    race,
    params: {
      bib: '24',
      fact: 'own',
      line: 'Vainqueur de la dernière étape de montagne, quarante-deux secondes devant',
    },
    edition: { language: 'fr' },
  },
  late: {
    title: 'No news for a minute: nothing is said of his group',
    race,
    params: { bib: '24' },
    ageS: 60,
  },
  kit: {
    title: 'The colours of his team, in Dutch',
    race,
    params: { bib: '54' },
    edition: { language: 'nl' },
  },
  plain: {
    title: 'No jersey, and nobody told the colours of his team',
    race,
    params: { bib: '77' },
  },
};
