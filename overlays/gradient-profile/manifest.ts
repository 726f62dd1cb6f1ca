import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'gradient-profile',
  title: 'Profile',
  key: '3',
  layer: 'bottom',
  params: {
    view: {
      type: 'choice',
      label: 'Shows',
      default: 'auto',
      choices: { auto: 'Climb when on one', stage: 'Stage', climb: 'Climb' },
    },
  },
  steps: 1,
  /** Markers move pixel by pixel: seen as gliding, and rarely worth a frame. */
  glideHz: 10,
  hold: { mutedS: 10, outS: 60 },
} as const satisfies Manifest;

export default manifest;
