import { type Scene, situation } from './scene.ts';

const groups = [
  { kind: 'head', bibs: ['33', '12', '54', '61'] },
  { kind: 'chasers', bibs: ['24', '77', '3'], gapS: 83 },
  { kind: 'peloton', bibs: 92, gapS: 254 },
  { kind: 'gruppetto', bibs: 41, gapS: 905 },
] as const;

export const scenes: Readonly<Record<string, Scene>> = {
  'on-air': {
    title: 'The stage, between two climbs',
    race: situation({ headKm: 125.74, groups }),
    later: situation({ headKm: 126.6, groups }),
  },
  climb: {
    title: 'On the climb that is above all categories',
    race: situation({ headKm: 106.3, groups }),
    later: situation({ headKm: 106.5, groups }),
  },
  start: {
    title: 'All together at the start, in French',
    race: situation({ headKm: 3.2, groups: [{ kind: 'peloton', bibs: 176 }] }),
    edition: { language: 'fr' },
  },
  finale: {
    title: 'The last climb, in miles',
    race: situation({ headKm: 167.4, groups: groups.slice(0, 3) }),
    edition: { units: 'imperial' },
  },
};
