import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/control/control.css';
import { mount } from '../../src/control/mount.tsx';
import { race } from '../support/race.ts';
import { fakeLink } from './fake-link.ts';
import { manifests } from './manifests.ts';

it('control says that a rider has left the race, and of a number on no list only that he races', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  const made = race();
  const link = fakeLink({ race: made });
  const leave = mount(root, link, manifests, { preview: 'about:blank', program: 'about:blank' });
  await page.getByText('Nobody has left the race').click();
  const bib = page.getByRole('textbox', { name: 'Rider' });
  const status = page.getByRole('combobox', { name: 'What is said of the rider' });
  const say = page.getByRole('button', { name: 'Say it' });
  await expect.element(say).toBeDisabled();
  await bib.fill(' 12 ');
  await say.click();
  await bib.fill('99');
  await expect.element(say).toBeDisabled();
  await status.selectOptions('is racing');
  await say.click();
  const hand = { kind: 'rider-status', atMs: made.atMs, byHand: true };
  expect(link.told).toEqual([
    { ...hand, bib: '12', status: 'abandoned' },
    { ...hand, bib: '99', status: 'racing' },
  ]);
  leave();
  root.remove();
});
