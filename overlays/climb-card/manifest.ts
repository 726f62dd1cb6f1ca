import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'climb-card',
  title: 'Climb',
  layer: 'card',
  params: {},
  steps: 1,
  /** Flags move pixel by pixel: seen as gliding, and rarely worth a frame. */
  glideHz: 10,
  /** Which climb it is, and what is left of it, is where the head of the race is. */
  hold: { outS: 60 },
} as const satisfies Manifest;

export default manifest;
