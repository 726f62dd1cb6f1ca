import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'gradient-profile',
  title: 'Profile',
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
  /** Real feeds pause for 36 seconds every few minutes: that is no reason to blink. */
  hold: { mutedS: 45, outS: 300 },
} as const satisfies Manifest;

export default manifest;
