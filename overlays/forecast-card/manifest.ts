import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'forecast-card',
  title: 'Forecast',
  layer: 'card',
  params: {
    group: {
      type: 'choice',
      label: 'Arrival of',
      default: 'head',
      choices: { head: 'The head of the race', peloton: 'The peloton' },
    },
    place: {
      type: 'choice',
      label: 'Where',
      default: 'finish',
      choices: { finish: 'At the finish', next: 'At the next point' },
    },
  },
  steps: 1,
  glideHz: 0,
  /** A forecast stands for a minute, and no longer without news. */
  hold: { outS: 60 },
  tells: 'forecasts',
} as const satisfies Manifest;

export default manifest;
