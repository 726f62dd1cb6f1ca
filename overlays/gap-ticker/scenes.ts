import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const jerseys = { general: '1', points: '24', mountain: '33', young: '45' } as const;

export const scenes: Scenes = {
  empty: {
    title: 'Nobody is located: there are no groups',
    race: situation({ headKm: 0, groups: [] }),
  },
  minimal: {
    title: 'All together, in Italian',
    race: situation({ headKm: 12.1, jerseys, groups: [{ kind: 'peloton', bibs: 176 }] }),
    edition: { language: 'it' },
  },
  full: {
    title: 'A break, chasers on camera, the peloton with the jersey',
    race: situation({
      headKm: 125.74,
      jerseys,
      groups: [
        { kind: 'head', bibs: ['33', '12', '54', '61'] },
        { kind: 'chasers', bibs: ['24', '77', '3'], gapS: 83, trendSPerMin: -12, onCamera: true },
        { kind: 'peloton', bibs: 92, gapS: 254, trendSPerMin: 8 },
        { kind: 'gruppetto', bibs: 41, gapS: 905 },
      ],
    }),
    later: situation({
      headKm: 125.99,
      jerseys,
      groups: [
        { kind: 'head', bibs: ['33', '12', '54', '61', '24', '77', '3'], onCamera: true },
        { kind: 'peloton', bibs: 92, gapS: 231, trendSPerMin: -23 },
        { kind: 'gruppetto', bibs: 41, gapS: 930 },
      ],
    }),
  },
  overflowing: {
    title: 'Seven groups, four jerseys in one, gaps over an hour, unknown and estimated, in Spanish',
    race: situation({
      headKm: 167.32,
      jerseys: { general: '24', points: '24', mountain: '24', young: '24' },
      groups: [
        { kind: 'head', bibs: ['33'] },
        { kind: 'chasers', ordinal: 1, bibs: ['12', '54', '61'], gapS: 23, trendSPerMin: 5 },
        { kind: 'jersey', bibs: ['24', '77', '3'], gapS: 3725, trendSPerMin: 125 },
        { kind: 'chasers', ordinal: 2, bibs: 112, gapS: Number.NaN },
        {
          kind: 'peloton',
          bibs: 20,
          gapS: 905,
          estimated: true,
          trendSPerMin: -10,
          name: 'Grupo de la Roche-Montfort',
        },
        { kind: 'dropped', bibs: 5, gapS: 1100 },
        { kind: 'gruppetto', bibs: 5, gapS: 1400 },
      ],
    }),
    edition: { language: 'es' },
  },
  late: {
    title: 'No news for three quarters of a minute: estimates',
    race: situation({
      headKm: 125.74,
      jerseys,
      groups: [
        { kind: 'head', bibs: ['33', '12', '54', '61'] },
        { kind: 'peloton', bibs: 92, gapS: 254, trendSPerMin: 8 },
      ],
    }),
    ageS: 45,
  },
  jerseys: {
    title: 'Four jerseys in the chase, in Dutch',
    race: situation({
      headKm: 88,
      jerseys: { general: '24', points: '77', mountain: '3', young: '5' },
      groups: [
        { kind: 'head', bibs: ['33', '12'] },
        { kind: 'chasers', ordinal: 1, bibs: ['24', '77', '3', '5'], gapS: 38, trendSPerMin: -4 },
        { kind: 'peloton', bibs: 90, gapS: 95, onCamera: true },
      ],
    }),
    edition: { language: 'nl' },
  },
};
