import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'story-card',
  title: 'Story',
  layer: 'card',
  params: {
    /** Its id. None is told that nobody has chosen. */
    story: { type: 'text', label: 'Story', default: '', maxLength: 120, takes: 'story' },
  },
  steps: 1,
  glideHz: 0,
  /** It happened, and stays true: but nobody knows what has happened since. */
  hold: { outS: 60 },
  tells: 'insight',
} as const satisfies Manifest;

export default manifest;
