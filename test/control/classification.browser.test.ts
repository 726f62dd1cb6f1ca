import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { race, sheet } from '../support/race.ts';
import { answer, done, openWithPosts, posts } from './posts.ts';

const general = [
  { bib: '7', behindS: 0 },
  { bib: '3', behindS: 4 },
];
openWithPosts({ race: race({ sheet: sheet({ general }) }) });

it('control says how the race stood, and gives the desk another table, with its answer', async () => {
  await page.getByText('Before the stage: 2 classified, number 7 leads').click();
  const table = page.getByRole('textbox', { name: 'Classification before the stage' });
  await table.fill('bib,gap\n1,soon');
  answer(() => new Response('{"ok":false,"error":"the table, line 2: no gap."}', { status: 400 }));
  await page.getByRole('button', { name: 'Give' }).click();
  await expect.element(page.getByText('the table, line 2: no gap.')).toBeVisible();
  answer(done);
  await table.fill('bib,gap\n1,0');
  await page.getByRole('button', { name: 'Give' }).click();
  await expect.element(page.getByText('Taken.')).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect.element(page.getByText('Taken back.')).toBeVisible();
  answer(() => {
    throw new Error('no network');
  });
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect.element(page.getByText('The desk cannot be reached')).toBeVisible();
  const sent = (body: string) => ['/api/classification', 'POST', body];
  expect(posts).toEqual([sent('bib,gap\n1,soon'), sent('bib,gap\n1,0'), sent(''), sent('')]);
});

it('control hears no key of the show while a table is typed', async () => {
  await page.getByText('Before the stage').click();
  await page.getByRole('textbox', { name: 'Classification before the stage' }).click();
  await userEvent.keyboard('1');
  expect((document.querySelector('textarea[name=table]') as HTMLTextAreaElement).value).toBe('1');
  expect(posts).toEqual([]);
});
