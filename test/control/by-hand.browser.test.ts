import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Override, OverridePath } from '../../src/race/overrides/override.ts';
import { sayOf } from '../../src/race/overrides/overrides.ts';
import { holdOf, lockOf } from '../../src/race/slate/hold.ts';
import { group, race } from '../support/race.ts';
import { link, openInEach, press } from './on-screen.ts';

openInEach();

const gap = { value: 65, atMs: 0, origin: 'gps' } as const;
const chasers = group({ id: 'c', kind: 'chasers', bibs: ['1', '2', '3'], gap });
const made = race({ groups: [group({ id: 'h', kind: 'head', bibs: ['9'], frontM: 67_700 }), chasers] });
const feed = made.sheet.riders.get('1')!;
const field = (label: string) => page.getByLabelText(label, { exact: true });
const list = page.getByRole('region', { name: 'By hand' });
const said = (path: OverridePath, value: string, more: Partial<Override> = {}): Override => ({
  ...{ path, value, instead: null, author: '', atMs: made.atMs, until: 'stage' },
  ...more,
});

async function opened() {
  link.change({ race: made });
  await page.getByText('Nothing is said by hand').click();
  const form = page.getByRole('form', { name: 'Say it instead of the feed' });
  return { form, button: form.getByRole('button'), number: form.getByLabelText('Number') };
}

it('control corrects a wrong name: a number brings what is said now, to be held or written over', async () => {
  const { button, number } = await opened();
  await expect.element(button).toBeDisabled();
  await number.fill('1');
  await expect.element(field('What it is')).toHaveValue(feed.family);
  await expect.element(button).toHaveTextContent('Hold it');
  await button.click();
  await field('What it is').fill(' Šafránek ');
  await expect.element(button).toHaveTextContent('Say it');
  await button.click();
  await field('How long it holds').selectOptions('for 10 minutes');
  await field('What it is').fill('Šafránek');
  await button.click();
  const name = 'rider/1/family';
  expect(link.told).toEqual([
    sayOf(made, name, feed.family),
    sayOf(made, name, 'Šafránek'),
    sayOf(made, name, 'Šafránek', made.atMs + 600_000),
  ]);
});

it('control says the distance to go, and why it can not hold until the feed changes', async () => {
  const { form, button } = await opened();
  await field('What is wrong').selectOptions('Km to go');
  await expect.element(field('What it is')).toHaveValue('42.300');
  await field('What it is').fill('40');
  await field('How long it holds').selectOptions('until the feed changes');
  await expect.element(form).toHaveTextContent('changes all the time');
  await expect.element(button).toBeDisabled();
  await field('How long it holds').selectOptions('until the stage ends');
  await button.click();
  expect(link.told).toEqual([sayOf(made, 'race/to-go', '40')]);
});

it('control says why something cannot be said of a rider', async () => {
  const { form, button, number } = await opened();
  await number.fill('4711');
  await expect.element(button).toBeDisabled();
  await number.fill('1');
  await field('What is wrong').selectOptions('Nation');
  await field('What it is').fill('Germany');
  await expect.element(form).toHaveTextContent('write three capitals, as GER');
  await expect.element(button).toBeDisabled();
});

it('control lists all that hands say, the newest first, with who said it and when; O and Enter release that', async () => {
  const slate = [{ id: 'slate-1', bibs: ['1', '2'], gap: null, km: null, atMs: made.atMs - 300_000 }] as const;
  const overrides = [
    said('rider/1/family', 'Šafránek', { instead: feed.family, atMs: made.atMs - 200_000, until: 'feed' }),
    said('group/c/name', 'The two'),
  ];
  link.change({
    race: { ...made, overrides, slate: slate.map((one) => ({ ...one, until: 'stage', author: '' })) },
    authors: { 'rider/1/family': 'control 2', 'slate-1': 'http 10.0.0.7', 'group/c/name': 'control 1' },
  });
  const rows = list.getByRole('listitem');
  await expect.element(rows.nth(0)).toHaveTextContent('Name of Chasers The twocontrol 1, just now, until the stage');
  await expect
    .element(rows.nth(1))
    .toHaveTextContent(`Family name of 1 Šafránekfeed: ${feed.family}, control 2, 3 min ago, until the feed changes`);
  await expect.element(rows.nth(2)).toHaveTextContent('Slate 2: 1 2http 10.0.0.7, 5 min ago, until the stage ends');
  await press('o');
  await press('{Enter}');
  await press('o{Tab}{Delete}');
  const off = { kind: 'slate-line', atMs: made.atMs, id: 'slate-1', told: null };
  const name = sayOf(made, 'group/c/name', null);
  const family = sayOf(made, 'rider/1/family', null);
  expect(link.told).toEqual([name, family]);
  await list.getByRole('button', { name: 'Release all 3' }).click();
  expect(link.told.slice(2)).toEqual([name, family, off]);
});

it('control keeps the keys in the list when what had them is gone: a second stroke does nothing', async () => {
  const overrides = [said('rider/1/family', 'Šafránek'), said('rider/1/given', 'Jan', { atMs: made.atMs + 1 })];
  link.change({ race: { ...made, overrides } });
  await press('o');
  const its = list.getByRole('button', { name: /^Release: Given name/ });
  await expect.element(its).toHaveFocus();
  link.change({ race: { ...made, overrides: overrides.slice(0, 1) } });
  await expect.element(list).toHaveFocus();
  await press('{Delete}{Enter}');
  expect(link.told).toEqual([]);
  expect(link.edits).toEqual([]);
  await expect.element(list).toHaveFocus();
  await press('{Tab}{Enter}');
  expect(link.told).toEqual([sayOf(made, 'rider/1/family', null)]);
  link.change({ race: { ...made, overrides: [] } });
  await expect.element(list).toHaveFocus();
});

it('control locks who rides in a group, holds its gap, and releases both', async () => {
  link.change({ race: made });
  const row = page.getByRole('row', { name: /Chasers/ });
  await row.getByRole('button', { name: '3 riders: lock Chasers so' }).click();
  await row.getByRole('button', { name: /hold this gap$/ }).click();
  expect(link.told).toEqual([lockOf(chasers, made), holdOf(chasers, made)]);
  expect(holdOf(chasers, made)).toMatchObject({ told: { gap: { s: 65, to: 'head' } }, until: made.atMs + 600_000 });
  const held = { ...holdOf(chasers, made)!.told!, id: 'slate-1', atMs: made.atMs, until: 'stage', author: '' } as const;
  const manual = { ...chasers, gap: { ...gap, origin: 'manual' } } as const;
  const slate = [{ ...held, gap: { ...held.gap!, atMs: made.atMs }, km: null }];
  link.change({ race: { ...made, groups: [made.groups[0]!, manual], slate } });
  await expect.element(row.getByText('held')).toBeVisible();
  await expect.element(row.getByText('locked')).toBeVisible();
  const lock = row.getByRole('button', { name: '3 riders: lock Chasers so' });
  await expect.element(lock).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(lock);
  expect(link.told.at(-1)).toEqual({ kind: 'slate-line', atMs: made.atMs, id: 'slate-1', told: null });
});
