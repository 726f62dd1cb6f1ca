import type { Manifest } from '../../../../src/show/manifest.ts';
import { manifest as gaps, type SmallDesk, smallDesk, until } from '../../../support/small-desk.ts';

export const strap: Manifest = {
  id: 'rider-strap',
  title: 'Écharpe',
  layer: 'strap',
  params: { bib: { type: 'text', label: 'Bib', default: '1', maxLength: 6, takes: 'bib' } },
  steps: 1,
  glideHz: 0,
  hold: { outS: 60 },
};

/** Two items of one graphic have the same title, in two banks. */
export const rundown = {
  rundown: 1,
  name: 'Étape',
  items: [
    { overlay: 'gap-ticker', title: 'Écarts', key: '2', params: { groups: 3 } },
    { overlay: 'rider-strap', title: 'Pogačar', key: '6', params: { bib: '3' }, outS: 8 },
    { overlay: 'rider-strap', title: 'Vingegaard', key: '7', params: { bib: '4' } },
    { overlay: 'rider-strap', title: 'Winner', bank: 2, key: '3', params: { bib: '5' } },
    { overlay: 'rider-strap', title: 'Winner', bank: 2, params: { bib: '6' } },
  ],
};

/** A desk with a race, two graphics and a rundown. */
export async function deskOfTwo(): Promise<SmallDesk> {
  const desk = await smallDesk({ manifests: [gaps, strap] });
  await until('there is a race', () => desk.desk.picture().race !== null);
  const posted = await fetch(`${desk.url}/api/rundown`, { method: 'POST', body: JSON.stringify(rundown) });
  if (!posted.ok) throw new Error(await posted.text());
  return desk;
}
