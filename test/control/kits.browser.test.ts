import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { OverridePath } from '../../src/race/overrides/override.ts';
import { sayOf } from '../../src/race/overrides/overrides.ts';
import { situation } from '../../src/race/sample/situation.ts';
import { race, sheet } from '../support/race.ts';
import { link } from './on-screen.ts';
import { answer, done, openWithPosts, posts } from './posts.ts';

const told = sheet({ jerseys: [{ kind: 'points', bib: '3' }], jerseyLooks: { general: 'pink' } });
const [first, second] = told.teams;
const papers = { ...told, teams: [first!, { ...second!, colors: null }] };

openWithPosts({ race: race({ sheet: papers }) });
beforeEach(async () => {
  await page.getByText('Kits and jerseys: 1 of 2 teams have their colours').click();
});

const jerseys = page.getByRole('group', { name: 'Jerseys', exact: true });
const pick = (label: string, color: string) => {
  const field = page.getByLabelText(label).element() as HTMLInputElement;
  field.value = color;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return field;
};
const said = (path: OverridePath, value: string) => sayOf(race(), path, value);

it('control says who wears a jersey and what it looks like, and refuses the number of nobody', async () => {
  const points = jerseys.getByLabelText('Points');
  await expect.element(points).toHaveValue('3');
  await points.fill('4711');
  await expect.element(page.getByText('No rider has this number')).toBeVisible();
  await userEvent.keyboard('{Enter}{Escape}');
  expect(link.told).toEqual([]);
  await points.fill(' 12 ');
  await userEvent.keyboard('{Enter}');
  await points.fill('');
  await userEvent.keyboard('{Enter}');
  const by = { instead: '3', author: '', atMs: 0, until: 'stage' } as const;
  link.change({ race: race({ sheet: papers, overrides: [{ path: 'jersey/points', value: '12', ...by }] }) });
  await expect.element(jerseys.getByText('by hand')).toBeVisible();
  expect(jerseys.getByText('by hand').all()).toHaveLength(1);
  const look = page.getByLabelText('Look, general');
  await expect.element(look).toHaveValue('pink');
  (look.element() as HTMLSelectElement).value = 'red';
  look.element().dispatchEvent(new Event('change', { bubbles: true }));
  expect(link.told).toEqual([said('jersey/points', '12'), said('jersey/points', ''), said('look/general', 'red')]);
});

it('control calls the group of the leader by the look of his jersey', async () => {
  const groups = [
    { kind: 'head', bibs: 3 },
    { kind: 'jersey', bibs: ['31', '32'], gapS: 40 },
  ] as const;
  link.change({ race: situation({ headKm: 100, groups, jerseys: { general: '31' }, looks: { general: 'red' } }) });
  const row = page.getByRole('row', { name: 'Red jersey group' });
  await expect.element(row.getByTitle('Red jersey')).toHaveTextContent('G');
});

it('control gives a team its two colours, once the picker is closed, whatever comes between', async () => {
  const field = pick(`${first!.code}, second colour`, '#102030');
  expect(link.told).toEqual([]);
  link.change({ race: race({ sheet: { ...papers } }) });
  await expect.element(page.getByLabelText(`${first!.code}, second colour`)).toHaveValue('#102030');
  field.dispatchEvent(new Event('change', { bubbles: true }));
  pick(`${second!.code}, first colour`, '#405060').dispatchEvent(new Event('change', { bubbles: true }));
  expect(link.told).toEqual([
    said(`team/${first!.code}/kit`, '#336699 #102030'),
    said(`team/${second!.code}/kit`, '#405060 #405060'),
  ]);
});

it('control gives the desk a file of kits and says what the desk answers; all is taken back by a button', async () => {
  const json = '{"looks":{"general":"beige"}}';
  const file = new File([json], 'kits.json', { type: 'application/json' });
  answer(() => new Response('{"ok":false,"error":"the kits: looks.general is no look."}', { status: 400 }));
  await userEvent.upload(page.getByLabelText('Open JSON'), file);
  await expect.element(page.getByText('the kits: looks.general is no look.')).toBeVisible();
  answer(() => new Response('{"ok":true,"note":"the kits name the team XYZ."}'));
  await userEvent.upload(page.getByLabelText('Open JSON'), file);
  await expect.element(page.getByText('the kits name the team XYZ.')).toBeVisible();
  answer(done);
  await page.getByRole('group', { name: 'Kits and jerseys' }).getByRole('button', { name: 'Take back' }).click();
  await expect.element(page.getByText('Taken back.')).toBeVisible();
  const sent = (body: string) => ['/api/kits', 'POST', body];
  expect(posts).toEqual([sent(json), sent(json), sent('')]);
});
