import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { foldLog, LOG_KEPT, type LogLine } from '../../src/wire/crew/log.ts';
import { race, START_MS } from '../support/race.ts';
import { logLine } from './log/lines.ts';
import { bus, link, openInEach, press } from './on-screen.ts';

openInEach();

const log = () => bus('Log');
const list = () => log().getByRole('listbox');
const rows = () => list().getByRole('option');
const texts = () =>
  rows()
    .elements()
    .map((row) => row.querySelector('p')?.textContent);
const tell = (...lines: readonly LogLine[]) =>
  link.change({ race: race(), log: foldLog(link.replica().log, { isAll: false, lines }) });
const time = (atMs: number) => new Date(atMs + 2 * 3_600_000).toISOString().slice(11, 19);

it('shows who did what, when and why, the newest first, by the clock of the race or of the desk', async () => {
  tell(logLine(1), logLine(2, { author: 'http 10.0.0.7', what: 'takes Profile', why: 'Climb makes way for Profile' }));
  await expect.element(rows().first()).toHaveTextContent('takes Profile · Climb makes way for Profile');
  await expect.element(rows().first()).toHaveTextContent(`${time(START_MS + 2000)} http 10.0.0.7 Program`);
  await log().getByRole('button', { name: 'Race time' }).click();
  await expect.element(rows().first()).toHaveTextContent(time(START_MS + 3_602_000));
});

it('is filtered by text and by kind, from the keyboard, and keys of the show are text there', async () => {
  tell(
    logLine(1),
    logLine(2, { kind: 'race', what: 'rider 31 has abandoned' }),
    logLine(3, { kind: 'cue', author: 'control 2' }),
  );
  await expect.element(rows().nth(2)).toBeVisible();
  await userEvent.type(log().getByRole('searchbox', { name: 'Lines with' }), 'graphic 1');
  await expect.element(rows().nth(1)).not.toBeInTheDocument();
  expect(texts()).toEqual(['takes graphic 1']);
  expect(link.commands).toEqual([]);
  await userEvent.clear(log().getByRole('searchbox'));
  await log().getByLabelText('Kind').selectOptions('race');
  await expect.element(rows().nth(1)).not.toBeInTheDocument();
  expect(texts()).toEqual(['rider 31 has abandoned']);
});

it('arrow keys go from line to line, and the one they stand on is told whole', async () => {
  const why = 'because of a reason that is much longer than the list is wide, so that it is cut there';
  tell(...Array.from({ length: 60 }, (_, i) => logLine(i + 1)), logLine(61, { why }));
  await expect.element(rows().first()).toBeVisible();
  (list().element() as HTMLElement).focus();
  await press('{ArrowDown}');
  await expect.element(log().getByText(`takes graphic 61 · ${why}`).nth(1)).toBeVisible();
  await press('{End}');
  await expect.element(list().getByRole('option', { selected: true })).toHaveTextContent('takes graphic 1');
  tell(logLine(62));
  await expect.element(list().getByRole('option', { selected: true })).toHaveTextContent('takes graphic 1');
  expect(link.commands).toEqual([]);
});

it('10,000 lines are a list of 500, of which the page has those in sight', async () => {
  const all = Array.from({ length: 10_000 }, (_, i) => logLine(i + 1));
  const beganMs = performance.now();
  for (let i = 0; i < all.length; i += 100) tell(...all.slice(i, i + 100));
  await expect.element(rows().first()).toHaveTextContent('takes graphic 10000');
  expect(performance.now() - beganMs).toBeLessThan(5000);
  expect(link.replica().log).toHaveLength(LOG_KEPT);
  expect(rows().elements().length).toBeLessThan(40);
  expect(rows().first().element().getAttribute('aria-setsize')).toBe('500');
});
