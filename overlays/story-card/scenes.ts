import { sampleInsight, sampleStory } from '../../src/insight/sample/samples.ts';
import { buildCourse } from '../../src/race/course/build.ts';
import { START_MS } from '../../src/race/sample/builders.ts';
import { mountainRoad } from '../../src/race/sample/mountains.ts';
import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const long = buildCourse({
  ...mountainRoad,
  climbs: [{ ...mountainRoad.climbs[2]!, name: 'Alto de la Sierra de San Cristóbal del Monte' }],
});

const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'peloton', bibs: 92, gapS: 83 },
] as const;
const race = situation({ headKm: 125.7, groups, jerseys: { general: '5', mountain: '33' } });
const attack = sampleStory({
  offeredMs: START_MS - 30_000,
  atM: 123_400,
  bibs: ['33', '12', '54', '61'],
  groups: ['g1'],
  facts: { riders: 4, gap: 12 },
});

/** The one that the operator has taken. */
const params = { story: attack.id };

export const scenes: Scenes = {
  empty: {
    title: 'Nobody has chosen a story',
    race: sampleInsight(race, { stories: [attack] }),
  },
  minimal: {
    title: 'A few words of a rider, by the kit of his team, in Italian',
    params,
    race: sampleInsight(race, {
      stories: [sampleStory({ kind: 'dropped', bibs: ['24'], facts: { riders: 1, gap: 45 } })],
    }),
    edition: { language: 'it' },
  },
  full: {
    title: 'Four attack',
    params,
    race: sampleInsight(race, { stories: [attack] }),
  },
  overflowing: {
    title: 'The longest climb, by the longest name, in Dutch',
    params,
    race: sampleInsight(situation({ headKm: 125.7, course: long, groups }), {
      stories: [
        sampleStory({
          kind: 'climb time',
          bibs: ['13'],
          mark: long.climbs.find(({ found }) => !found)!.id,
          facts: { time: 2712, gap: 12, bracket: 4 },
        }),
      ],
    }),
    edition: { language: 'nl' },
  },
  late: {
    title: 'No news for three quarters of a minute: it happened all the same',
    params,
    race: sampleInsight(race, { stories: [attack] }),
    ageS: 45,
  },
  forecast: {
    title: 'A forecast that has changed is a forecast, in French',
    params,
    race: sampleInsight(race, {
      stories: [
        sampleStory({
          kind: 'forecast changed',
          atM: 124_600,
          bibs: ['33', '12', '54', '61'],
          groups: ['g1'],
          expects: 'will be caught',
          facts: { riders: 4, gap: 95 },
        }),
      ],
    }),
    edition: { language: 'fr' },
  },
};
