import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'gradient-profile',
  title: 'Profile',
  layer: 'strip',
  params: {
    view: {
      type: 'choice',
      label: 'Shows',
      default: 'auto',
      choices: { auto: 'Stage, then the last 20, 10, 5 km', stage: 'Stage' },
    },
  },
  steps: 1,
  /** Markers move pixel by pixel: seen as gliding, and rarely worth a frame. */
  glideHz: 10,
  /** The road stays as it is; who is where on it leaves alone. */
  hold: { outS: null },
} as const satisfies Manifest;

export default manifest;
