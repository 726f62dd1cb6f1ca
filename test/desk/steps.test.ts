import { afterEach, expect, it } from 'vitest';
import type { Manifest } from '../../src/show/manifest.ts';
import { manifest, type SmallDesk, smallDesk, until } from '../support/small-desk.ts';

const paged: Manifest = {
  ...manifest,
  id: 'tower',
  params: { rows: { type: 'number', label: 'Riders', default: 5, min: 5, max: 18 } },
  steps: { per: 'riders', param: 'rows', most: 40 },
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
  await call('take-direct?overlay=tower');
  for (const _ of bibs) await call('next?overlay=tower');
  expect(step()).toBe(2);
  for (const bib of bibs.slice(0, 2)) {
    expect(await call(`status?bib=${bib}&is=abandoned`)).toMatchObject({ ok: true });
  }
  await until('ten are left, on two pages', () => step() === 1);
});
