import type { Manifest } from '../../src/stage/overlay.ts';

export const manifest = {
  id: 'position-tower',
  title: 'Positions',
  layer: 'stack',
  params: {
    mode: { type: 'choice', label: 'Times', default: 'gap', choices: { gap: 'Gap', interval: 'Interval' } },
    order: {
      type: 'choice',
      label: 'Order inside a group',
      default: 'auto',
      choices: { auto: 'Classified', road: 'Road' },
    },
    groups: {
      type: 'choice',
      label: 'Names of a group',
      default: 'fold',
      choices: { fold: 'Four', all: 'All' },
    },
    /** Ten have room beside any other graphic; of more, as many as there is room for, the first ten while a strap is on. */
    rows: { type: 'number', label: 'Rows', default: 10, min: 5, max: 18 },
  },
  steps: { pagesOf: 'riders', most: 100 },
  glideHz: 0,
  /** All of it is live. Real feeds pause for 36 seconds every few minutes: that is no reason to blink. */
  hold: { outS: 60 },
} as const satisfies Manifest;

export default manifest;
