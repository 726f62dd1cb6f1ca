import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/control.css';
import { mount } from '../../src/control/mount.tsx';
import { race, sheet } from '../support/race.ts';
import { fakeLink } from './fake-link.ts';
import { manifests } from './manifests.ts';

let leave: () => void;
let posted: unknown[];
let reply: () => Response;

beforeEach(() => {
  posted = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (address, { method, body } = {}) => {
    posted.push([address, method, body]);
    return reply();
  });
  const root = document.body.appendChild(document.createElement('div'));
  const general = [
    { bib: '7', behindS: 0 },
    { bib: '3', behindS: 4 },
  ];
  const link = fakeLink({ race: race({ sheet: sheet({ general }) }) });
  const unmount = mount(root, link, manifests, { preview: 'about:blank', program: 'about:blank' });
  leave = () => {
    unmount();
    root.remove();
    vi.restoreAllMocks();
  };
});
afterEach(() => leave());

it('control says how the race stood, and gives the desk another table, with its answer', async () => {
  await page.getByText('Before the stage: 2 classified, number 7 leads').click();
  const table = page.getByRole('textbox', { name: 'Classification before the stage' });
  await table.fill('bib,gap\n1,soon');
  reply = () => new Response('{"ok":false,"error":"the table, line 2: no gap."}', { status: 400 });
  await page.getByRole('button', { name: 'Give' }).click();
  await expect.element(page.getByText('the table, line 2: no gap.')).toBeVisible();
  reply = () => new Response('{"ok":true}');
  await table.fill('bib,gap\n1,0');
  await page.getByRole('button', { name: 'Give' }).click();
  await expect.element(page.getByText('Taken.')).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect.element(page.getByText('Taken back.')).toBeVisible();
  reply = () => {
    throw new Error('no network');
  };
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect.element(page.getByText('The desk cannot be reached')).toBeVisible();
  const sent = (body: string) => ['/api/classification', 'POST', body];
  expect(posted).toEqual([sent('bib,gap\n1,soon'), sent('bib,gap\n1,0'), sent(''), sent('')]);
});

it('control hears no key of the show while a table is typed', async () => {
  await page.getByText('Before the stage').click();
  await page.getByRole('textbox', { name: 'Classification before the stage' }).click();
  await userEvent.keyboard('1');
  expect((document.querySelector('textarea[name=table]') as HTMLTextAreaElement).value).toBe('1');
  expect(posted).toEqual([]);
});
