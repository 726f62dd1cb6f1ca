import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'last-km',
  title: 'Last 3 km and last km',
  layer: 'flash',
  params: {},
  steps: 1,
  glideHz: 4,
  hold: { outS: 60 },
} as const satisfies Manifest;

export default manifest;
