import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { group, race } from '../support/race.ts';
import { link, openInEach } from './on-screen.ts';

openInEach();

it('control takes that a rider has left the race', async () => {
  link.change({ race: race({ groups: [group({ id: 'c', kind: 'chasers', bibs: ['1', '2', '3'] })] }) });
  await page.getByText('Nobody has left the race').click();
  const form = page.getByRole('textbox', { name: 'Rider' });
  const say = page.getByRole('button', { name: 'Say it' }).last();
  await form.fill('4711');
  await expect.element(say).toBeDisabled();
  await form.fill('1');
  await page.getByLabelText('What is said of the rider').selectOptions('is disqualified');
  await say.click();
  expect(link.told).toEqual([
    expect.objectContaining({ kind: 'rider-status', bib: '1', status: 'disqualified', byHand: true }),
  ]);
});

it('control says of a number on no list only that he races', async () => {
  const made = race();
  link.change({ race: made });
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
});
