import type { Manifest } from '../../src/stage/overlay.ts';

const GROUPS = 5;

export const manifest = {
  id: 'gap-ticker',
  title: 'Gaps',
  layer: 'stack',
  params: {
    groups: { type: 'number', label: 'Groups', default: GROUPS, min: 2, max: GROUPS },
    trend: { type: 'flag', label: 'Closing and opening', default: true },
  },
  /** All folded, then one group after the other unfolded. */
  steps: 1 + GROUPS,
  glideHz: 0,
  /** All of it is live. Real feeds pause for 36 seconds every few minutes: that is no reason to blink. */
  hold: { outS: 60 },
} as const satisfies Manifest;

export default manifest;
