import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'last-km',
  title: 'Last 3 km and last km',
  layer: 'flash',
  params: {},
  steps: 1,
  glideHz: 4,
  /** A word of the moment: past the pause of 36 seconds that real feeds make, and no longer. */
  hold: { outS: 45 },
} as const satisfies Manifest;

export default manifest;
