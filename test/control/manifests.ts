import type { Manifest } from '../../src/show/manifest.ts';

const base = { glideHz: 0, hold: { outS: 60 }, steps: 1, params: {} } as const;

/** Four graphics that between them have every kind of parameter, steps, and a layer that two of them want. */
export const tower: Manifest = {
  ...base,
  id: 'position-tower',
  title: 'Position tower',
  layer: 'flash',
  params: {
    rows: { type: 'number', label: 'Rows', default: 10, min: 3, max: 22 },
    column: { type: 'choice', label: 'Column', default: 'gap', choices: { gap: 'Gap', interval: 'Interval' } },
    title: { type: 'text', label: 'Title', default: 'Stage', maxLength: 12 },
    list: {
      type: 'choice',
      label: 'List',
      default: 'all',
      choices: { all: 'All riders', young: 'Young riders only', team: 'One team only' },
    },
    teams: { type: 'flag', label: 'Team colours', default: true },
  },
};

export const ticker: Manifest = { ...base, id: 'gap-ticker', title: 'Gap ticker', layer: 'tag' };

export const results: Manifest = {
  ...base,
  id: 'results',
  title: 'Results',
  layer: 'flash',
  steps: { pagesOf: 'riders', most: 3 },
};

/** A graphic of one rider. */
export const strap: Manifest = {
  ...base,
  id: 'rider-strap',
  title: 'Rider',
  layer: 'strap',
  params: {
    rider: { type: 'text', label: 'Bib', default: '1', maxLength: 5, takes: 'bib' },
    line: { type: 'text', label: 'Own line', default: '', maxLength: 80 },
  },
};

/** A graphic that tells stories; no item of the rundown. */
export const teller: Manifest = {
  ...base,
  id: 'story-card',
  title: 'Story',
  layer: 'card',
  params: { story: { type: 'text', label: 'Story', default: '', maxLength: 80, takes: 'story' } },
};

export const manifests: readonly Manifest[] = [tower, ticker, results, strap, teller];
