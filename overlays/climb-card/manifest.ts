import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'climb-card',
  title: 'Climb',
  layer: 'card',
  params: {},
  steps: 1,
  /** Flags move pixel by pixel: seen as gliding, and rarely worth a frame. */
  glideHz: 10,
  hold: { outS: 180 },
} as const satisfies Manifest;

export default manifest;
