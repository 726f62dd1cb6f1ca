import { expect, it } from 'vitest';
import { type Manifest, withDefaults } from '../../src/show/manifest.ts';

const manifest: Manifest = {
  id: 'position-tower',
  title: 'Position tower',
  layer: 'flash',
  steps: 1,
  glideHz: 0,
  hold: { outS: 60 },
  params: {
    rows: { type: 'number', label: 'Rows', default: 10, min: 3, max: 22 },
    column: { type: 'choice', label: 'Column', default: 'gap', choices: { gap: 'Gap', interval: 'Interval' } },
    title: { type: 'text', label: 'Title', default: '', maxLength: 12 },
    teams: { type: 'flag', label: 'Teams', default: true },
  },
};
const defaults = { rows: 10, column: 'gap', title: '', teams: true };

it('fills in every parameter', () => {
  expect(withDefaults(manifest, {})).toEqual(defaults);
});

it('keeps what fits', () => {
  const given = { rows: 22, column: 'interval', title: 'Échappée', teams: false };
  expect(withDefaults(manifest, given)).toEqual(given);
});

it('falls back to the default where a value does not fit, and drops what the manifest does not know', () => {
  const given = { rows: 23, column: 'toString', title: 'longer than twelve', teams: 'yes', colour: '#fff' };
  expect(withDefaults(manifest, given)).toEqual(defaults);
  expect(withDefaults(manifest, { rows: Number.NaN }).rows).toBe(10);
  expect(withDefaults(manifest, { rows: 8.5 }).rows).toBe(10);
});
