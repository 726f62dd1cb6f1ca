import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { race, START_MS } from '../support/race.ts';
import { ttSheet } from '../support/time-trial.ts';
import { link } from './on-screen.ts';
import { answer, done, openWithPosts, posts } from './posts.ts';

/** 14:00 on the clock of the race. */
const timeTrial = {
  starts: [
    { bib: '1', startMs: START_MS, recovered: false },
    { bib: '2', startMs: START_MS + 90_000, recovered: true },
  ],
  runs: [],
  teams: [],
  hotSeat: null,
};

openWithPosts({ race: race({ sheet: ttSheet([]), timeTrial }) });

const one = page.getByRole('form', { name: 'The start of one rider' });
const rider = one.getByRole('textbox', { name: 'Rider' });
const time = one.getByRole('textbox', { name: 'starts at' });
const sent = (body: string) => ['/api/starts', 'POST', body];

it('control corrects the start of one rider, says what the desk answers, and takes it back', async () => {
  await page.getByText('Starts: 2 known, 1 of them recovered').click();
  await rider.fill('2');
  await expect.element(time).toHaveAttribute('placeholder', '14:01:30');
  await time.fill('14h02\'30"');
  answer(() => new Response('{"ok":false,"error":"Nobody has said on which day this race is."}', { status: 400 }));
  await one.getByRole('button', { name: 'Say it' }).click();
  await expect.element(page.getByText('Nobody has said on which day')).toBeVisible();
  answer(done);
  await userEvent.keyboard('{Enter}');
  await expect.element(one.getByText('Taken.')).toBeVisible();
  await time.fill('');
  await one.getByRole('button', { name: 'Take back' }).click();
  await expect.poll(() => posts.length).toBe(3);
  const said = sent('bib,time\n2,"14h02\'30"""');
  expect(posts).toEqual([said, said, sent('bib,time\n2,""')]);
});

it('control says nothing of the start of a rider who is not there', async () => {
  await page.getByText('Starts: 2 known').click();
  await rider.fill('4711');
  await time.fill('14:00');
  await expect.element(one.getByText('No rider has this number.')).toBeVisible();
  await expect.element(one.getByRole('button', { name: 'Say it' })).toBeDisabled();
  await userEvent.keyboard('{Enter}');
  expect(posts).toEqual([]);
});

it('control gives the desk a pasted list, and takes all of it back', async () => {
  await page.getByText('Starts: 2 known').click();
  const starts = page.getByRole('form', { name: 'Start times' });
  answer(() => new Response('{"ok":true,"note":"the table, line 2: number 1 is there twice; it was left out."}'));
  await starts.getByRole('textbox').fill('1, 14:00\n1, 14:01');
  await starts.getByRole('button', { name: 'Give' }).click();
  await expect.element(starts.getByText('number 1 is there twice')).toBeVisible();
  answer(done);
  await starts.getByRole('button', { name: 'Take back' }).click();
  await expect.element(starts.getByText('Taken back.')).toBeVisible();
  expect(posts).toEqual([sent('1, 14:00\n1, 14:01'), sent('')]);
});

it('control asks for starts in a time trial only', async () => {
  link.change({ race: race({ sheet: ttSheet([]) }) });
  await expect.element(page.getByText('Starts: not known')).toBeVisible();
  link.change({ race: race({ sheet: ttSheet([], 'flat') }) });
  await expect.element(page.getByText('Starts:')).not.toBeInTheDocument();
});
