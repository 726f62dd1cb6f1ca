import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { group, race } from '../support/race.ts';
import { link, openInEach } from './on-screen.ts';

openInEach();

const made = race({ groups: [group({ id: 'c', kind: 'chasers', bibs: ['1', '2', '3'] })] });
const feed = made.sheet.riders.get('1')!;
const override = { kind: 'override', bib: '1', field: 'family' };
const field = (label: string) => page.getByLabelText(label, { exact: true });

async function opened() {
  link.change({ race: made });
  await page.getByText('Names are as the feed has them').click();
  const form = page.getByRole('form', { name: 'Say it instead of the feed' });
  return { form, say: form.getByRole('button', { name: 'Say it' }), number: form.getByLabelText('Number') };
}

it('control corrects a wrong name: a number brings what is said now, what is typed over it is said instead', async () => {
  const { say, number } = await opened();
  await expect.element(say).toBeDisabled();
  await number.fill('1');
  await expect.element(field('What it is')).toHaveValue(feed.family);
  await expect.element(say).toBeDisabled();
  await field('What it is').fill(' Šafránek ');
  await say.click();
  await field('How long it holds').selectOptions('for 10 minutes');
  await field('What it is').fill('Šafránek');
  await say.click();
  expect(link.told).toEqual([
    { ...override, value: 'Šafránek', until: 'stage' },
    { ...override, value: 'Šafránek', until: made.atMs + 600_000 },
  ]);
});

it('control says why something cannot be said of a rider', async () => {
  const { form, say, number } = await opened();
  await number.fill('4711');
  await expect.element(form).toHaveTextContent('"4711" is the number of no rider of this race.');
  await number.fill('1');
  await field('What is wrong of the rider').selectOptions('Nation');
  await field('What it is').fill('Germany');
  await expect.element(form).toHaveTextContent('write three capitals, as GER');
  await expect.element(say).toBeDisabled();
});

it('control lists all that stands instead of the feed, and releases each by its button', async () => {
  const overrides = [{ bib: '1', field: 'family', value: 'Šafránek', instead: feed.family, until: 'feed' }] as const;
  link.change({ race: { ...made, sheet: { ...made.sheet, overrides } } });
  await page.getByText('By hand instead of the feed: 1').click();
  await expect
    .element(page.getByRole('list', { name: 'By hand' }))
    .toHaveTextContent(`1 family name Šafránekfeed: ${feed.family}, until the feed changes`);
  await page.getByRole('button', { name: 'Release family name of 1' }).click();
  expect(link.told).toEqual([{ ...override, value: null, until: 'feed' }]);
});
