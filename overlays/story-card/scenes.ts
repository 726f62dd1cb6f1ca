import { outlook, sampleStory } from '../../src/insight/sample/outlook.ts';
import { START_MS } from '../../src/race/sample/builders.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'peloton', bibs: 92, gapS: 83 },
] as const;
const race = situation({ headKm: 125.7, groups, jerseys: { general: '5', mountain: '33' } });
const attack = sampleStory({ bibs: ['33', '12', '54', '61'], groups: ['g1'], facts: { gap: 12, km: 126 } });

export const scenes: Scenes = {
  empty: {
    title: 'What happened is too long ago',
    race: outlook(race, { stories: [{ ...attack, untilMs: START_MS - 1 }] }),
  },
  minimal: {
    title: 'A few words of a rider, by the kit of his team, in Italian',
    race: outlook(race, { stories: [sampleStory({ kind: 'dropped', bibs: ['24'], facts: { gap: 45 } })] }),
    edition: { language: 'it' },
  },
  full: {
    title: 'Four attack',
    race: outlook(race, { stories: [attack] }),
    later: outlook(race, {
      stories: [
        attack,
        sampleStory({
          id: 'best placed g1',
          kind: 'best placed in front',
          atMs: START_MS,
          bibs: ['12'],
          facts: { rank: 4, gap: 158 },
        }),
      ],
    }),
  },
  overflowing: {
    title: 'More names than there is room for, in Dutch',
    race: outlook(race, {
      stories: [
        sampleStory({
          kind: 'teammates in front',
          bibs: ['3', '13', '24', '33', '45', '54', '61', '72', '77', '81', '92', '103', '111', '116'],
          facts: { riders: 14, gap: 3725, share: 31 },
        }),
      ],
    }),
    edition: { language: 'nl' },
  },
  late: {
    title: 'No news for three quarters of a minute: it happened all the same',
    race: outlook(race, { stories: [attack] }),
    ageS: 45,
  },
  jersey: {
    title: 'A forecast has changed: a jersey, in French',
    race: outlook(race, {
      stories: [
        sampleStory({
          kind: 'forecast changed',
          jersey: 'general',
          bibs: ['5'],
          facts: { gap: 45, km: 12, time: 754 },
        }),
      ],
    }),
    edition: { language: 'fr' },
  },
};
