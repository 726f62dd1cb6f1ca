import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'position-tower',
  title: 'Positions',
  key: '1',
  layer: 'left',
  params: {
    mode: { type: 'choice', label: 'Times', default: 'gap', choices: { gap: 'Gap', interval: 'Interval' } },
    rows: { type: 'number', label: 'Riders', default: 12, min: 5, max: 20 },
  },
  /** Each step is a page: the next so many riders. */
  steps: 8,
  glideHz: 0,
  hold: { mutedS: 10, outS: 60 },
} as const satisfies Manifest;

export default manifest;
