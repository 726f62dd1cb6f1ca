import { afterEach, expect, it } from 'vitest';
import type { Manifest } from '../../src/show/manifest.ts';
import { manifest, type SmallDesk, smallDesk, until } from '../support/small-desk.ts';

const paged: Manifest = {
  ...manifest,
  id: 'tower',
  params: { groups: { type: 'choice', label: 'Names of a group', default: 'all', choices: { all: 'All' } } },
  steps: { pagesOf: 'riders', most: 100 },
};

let desk: SmallDesk;
afterEach(() => desk.stop());

it('follow those who are in the race: who has left it has no page', async () => {
  desk = await smallDesk({ manifests: [paged] });
  const { picture } = desk.desk;
  const step = () => picture().show.program.stack?.step;
  const call = async (path: string) => (await fetch(`${desk.url}/api/${path}`, { method: 'POST' })).json();
  await until('there is a race', () => picture().race !== null);
  const bibs = picture().race!.places.map(({ bib }) => bib);
  expect(bibs).toHaveLength(12);
  await until('all are located', () => picture().race!.places.every(({ rank }) => rank !== null));
  await call('take-direct?overlay=tower');
  for (const _ of bibs) await call('next?overlay=tower');
  expect(step()).toBe(1);
  expect(await call('state')).toMatchObject({ tower_step: 2, tower_steps: 2 });
  for (const bib of bibs.slice(0, 2)) {
    expect(await call(`status?bib=${bib}&is=abandoned`)).toMatchObject({ ok: true });
  }
  await until('ten are left, on one page', () => step() === 0);
  expect(await call('out?overlay=tower')).toMatchObject({ tower_step: 0, tower_steps: 0 });
});
