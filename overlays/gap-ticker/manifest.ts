import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'gap-ticker',
  title: 'Gaps',
  layer: 'top-left',
  params: {
    groups: { type: 'number', label: 'Groups', default: 5, min: 2, max: 5 },
    trend: { type: 'flag', label: 'Closing and opening', default: true },
  },
  steps: 1,
  glideHz: 0,
  /** Real feeds pause for 36 seconds every few minutes: that is no reason to blink. */
  hold: { mutedS: 45, outS: 180 },
} as const satisfies Manifest;

export default manifest;
