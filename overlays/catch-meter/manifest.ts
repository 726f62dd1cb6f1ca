import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'catch-meter',
  title: 'Catch',
  layer: 'card',
  params: {},
  steps: 1,
  glideHz: 0,
  /** A forecast stands for a minute, and no longer without news. */
  hold: { outS: 60 },
  tells: 'forecasts',
} as const satisfies Manifest;

export default manifest;
