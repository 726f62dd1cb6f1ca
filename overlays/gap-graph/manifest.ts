import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'gap-graph',
  title: 'Gap graph',
  layer: 'card',
  params: {
    group: {
      type: 'choice',
      label: 'Gap of',
      default: 'peloton',
      choices: { peloton: 'The peloton', second: 'Who follows the head' },
    },
  },
  steps: 1,
  glideHz: 0,
  hold: { outS: 60 },
  tells: 'insight',
} as const satisfies Manifest;

export default manifest;
