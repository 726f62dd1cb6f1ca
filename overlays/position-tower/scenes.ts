import { situation } from '../../src/race/sample/situation.ts';
import type { Scenes } from '../../src/stage/scene.ts';

const jerseys = { general: '1', points: '24', mountain: '33', young: '45' } as const;
const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'chasers', bibs: ['24', '77', '3'], gapS: 83 },
  { kind: 'peloton', bibs: 60, gapS: 254 },
  { kind: 'gruppetto', bibs: 20, gapS: 905 },
] as const;

/** The same race half a minute later: two swaps, one new, one gone. */
const moved = [
  { kind: 'head', bibs: ['54', '33', '12'] },
  { kind: 'chasers', bibs: ['3', '24', '61'], gapS: 71 },
  { kind: 'peloton', bibs: 60, gapS: 246 },
  { kind: 'gruppetto', bibs: 20, gapS: 921 },
] as const;

export const scenes: Scenes = {
  empty: {
    title: 'Nobody is located',
    race: situation({ headKm: 0, groups: [] }),
  },
  minimal: {
    title: 'One rider, nobody else located',
    race: situation({ headKm: 20, groups: [{ kind: 'head', bibs: ['1'] }], riders: 1 }),
    edition: { language: 'es' },
  },
  full: {
    title: 'A break, chasers, the peloton',
    race: situation({ headKm: 125.74, groups, jerseys }),
    later: situation({ headKm: 125.74, groups: moved, jerseys }),
  },
  overflowing: {
    title: 'As many riders as fit, all jerseys on one, an hour behind',
    race: situation({
      headKm: 167.32,
      groups: [
        { kind: 'head', bibs: ['3', '11', '32', '52', '73', '104'] },
        { kind: 'chasers', bibs: 30, gapS: 3725, estimated: true },
      ],
      jerseys: { general: '3', points: '3', mountain: '3', young: '3' },
    }),
    params: { rows: 18, order: 'road' },
  },
  late: {
    title: 'No news for a minute, and longer of two trackers: muted',
    race: situation({ headKm: 125.74, groups, jerseys, late: ['12', '77'] }),
    ageS: 60,
  },
  interval: {
    title: 'Intervals, in French, to the colon',
    race: situation({ headKm: 125.74, groups, jerseys, late: ['12', '77'] }),
    params: { mode: 'interval' },
    edition: { language: 'fr', gapStyle: 'colon' },
  },
  'second-page': {
    title: 'Places 13 to 24, in Dutch',
    race: situation({ headKm: 125.74, groups, jerseys }),
    step: 8,
    edition: { language: 'nl' },
  },
};
