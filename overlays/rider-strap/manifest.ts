import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'rider-strap',
  title: 'Rider',
  layer: 'strap',
  params: {
    bib: { type: 'text', label: 'Bib', default: '1', maxLength: 5, takes: 'bib' },
    fact: {
      type: 'choice',
      label: 'Fact',
      default: 'auto',
      choices: {
        auto: 'The best there is',
        general: 'Classification',
        group: 'His group, or time',
        own: 'Own line',
        none: 'None',
      },
    },
    line: { type: 'text', label: 'Own line', default: '', maxLength: 80 },
  },
  steps: 1,
  glideHz: 0,
  /** Who he is stays true; where he rides is left out. */
  hold: { outS: null },
  replay: 'stays',
} as const satisfies Manifest;

export default manifest;
