import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'status-bar',
  title: 'Race status',
  layer: 'stack',
  params: {
    beside: {
      type: 'choice',
      label: 'Beside the distance',
      default: 'auto',
      choices: {
        auto: 'Laps on a circuit, else time',
        elapsed: 'Time since the start',
        speed: 'Speed of the head',
        laps: 'Laps',
        stage: 'Stage',
      },
    },
  },
  steps: 1,
  /** The clock since the start moves by itself. */
  glideHz: 2,
  hold: { outS: 60 },
} as const satisfies Manifest;

export default manifest;
