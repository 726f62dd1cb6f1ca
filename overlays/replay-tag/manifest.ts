import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'replay-tag',
  title: 'Replay',
  layer: 'tag',
  params: {},
  steps: 1,
  glideHz: 0,
  /** It says nothing of the race: no silence makes it untrue. */
  hold: null,
  replay: 'tag',
} as const satisfies Manifest;

export default manifest;
