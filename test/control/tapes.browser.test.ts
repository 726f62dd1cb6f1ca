import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TapesView } from '../../src/wire/crew/tapes.ts';
import { leave, link, open } from './on-screen.ts';

const tape = { name: null, title: 'the built-in race', startedAt: 0, lastedMs: 7_800_000, bytes: 3_900_000 } as const;
let view: TapesView;
let asks: string[];
let refuses: string | null;

beforeEach(() => {
  const tapes = [
    { ...tape, file: 'b.ndjson.gz', state: 'written' },
    { ...tape, file: 'a.ndjson.gz', state: 'ended', name: '<b>The queen stage</b>', bytes: 41_200, lastedMs: 60_000 },
  ] as const;
  view = { tapes, rehearsal: null };
  asks = [];
  refuses = null;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (address, { method } = {}) => {
    if (method === 'POST') asks.push(String(address));
    if (method === 'POST' && refuses)
      return new Response(JSON.stringify({ ok: false, error: refuses }), { status: 400 });
    return Response.json(method === 'POST' ? { ok: true } : view);
  });
  open();
});
afterEach(() => {
  leave();
  vi.restoreAllMocks();
});

const panel = page.getByRole('region', { name: 'Tapes' });
const row = (name: string) => panel.getByRole('listitem', { name, exact: true });
const show = () => panel.getByText('Tapes', { exact: true }).click();

it('control lists the tapes once somebody looks, and names one as plain text', async () => {
  expect(fetch).not.toHaveBeenCalled();
  await show();
  await expect.element(row('the built-in race').getByText(/2 h 10 min · 3\.9 MB · being written$/)).toBeVisible();
  await expect.element(row('<b>The queen stage</b>').getByText(/1 min · 42 kB$/)).toBeVisible();
  await row('the built-in race').getByLabelText('Name').fill(' Of today ');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => asks).toEqual(['/api/tape?file=b.ndjson.gz&name=Of+today']);
});

it('control rehearses a tape on a desk of its own, leads there, and ends it', async () => {
  await show();
  await row('<b>The queen stage</b>').getByRole('button', { name: 'Rehearse' }).click();
  expect(asks).toEqual(['/api/rehearse?file=a.ndjson.gz']);
  view = { ...view, rehearsal: { file: 'a.ndjson.gz', port: null } };
  const rehearsed = panel.getByRole('status');
  await expect.element(rehearsed).toHaveTextContent('<b>The queen stage</b>It begins.');
  view = { ...view, rehearsal: { file: 'a.ndjson.gz', port: 4001 } };
  const way = rehearsed.getByRole('link', { name: 'Open its control' });
  await expect.element(way).toHaveAttribute('href', `${location.protocol}//${location.hostname}:4001/`);
  await rehearsed.getByRole('button', { name: 'End' }).click();
  expect(asks.at(-1)).toBe('/api/rehearse');
  expect(link.commands).toEqual([]);
});

it('control says what the desk did not do, and asks nothing while it is lost', async () => {
  await show();
  refuses = 'There is no tape "b.ndjson.gz" here.';
  await row('the built-in race').getByRole('button', { name: 'Rehearse' }).click();
  await expect.element(panel.getByText(refuses)).toBeVisible();
  link.change({ connection: 'lost' });
  await expect.element(row('the built-in race').getByRole('button', { name: 'Rehearse' })).toBeDisabled();
});

it('control says what it cannot read, keeps the tapes that it knows, and reads on once it can', async () => {
  await show();
  await expect.element(row('the built-in race')).toBeVisible();
  const told = view;
  view = { ...view, tapes: [{ ...told.tapes[0]!, state: 'melted' as 'left', title: 'of another desk' }] };
  const sentence = 'What the desk tells of its tapes cannot be read (tapes.0.state is wrong): reload this page.';
  // Who asks something of the desk looks again at once.
  await row('the built-in race').getByRole('button', { name: 'Rehearse' }).click();
  await expect.element(panel.getByText(sentence)).toBeVisible();
  view = { ...told, tapes: [{ ...told.tapes[0]!, title: 'of this desk' }] };
  await row('the built-in race').getByRole('button', { name: 'Rehearse' }).click();
  await expect.element(row('of this desk')).toBeVisible();
  await expect.element(panel.getByText(sentence)).not.toBeInTheDocument();
});
