import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Aired } from '../../src/wire/crew/aired.ts';
import { race, START_MS } from '../support/race.ts';
import { airedRow } from './log/aired-row.ts';
import { bus, leave, link, open } from './on-screen.ts';

/** What the desk has, and what it was asked. */
let rows: readonly Aired[];
let asked: string[];
let isAway: boolean;

beforeEach(() => {
  sessionStorage.clear();
  rows = [airedRow(1), airedRow(2, { words: { first: ['a'], last: ['41 km to go'] }, still: '0002-gap-ticker.png' })];
  asked = [];
  isAway = false;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
    asked.push(String(address));
    if (isAway) throw new TypeError('away');
    return String(address).startsWith('/api/still') ? new Response(await picture()) : Response.json({ rows });
  });
  open({ race: race() });
});
afterEach(() => {
  leave();
  vi.restoreAllMocks();
});

function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(640, 360);
  canvas.getContext('2d');
  return canvas.convertToBlob({ type: 'image/webp' });
}
const panel = () => bus('As run');
const listed = () => panel().getByRole('listitem');
const opened = async () => {
  await bus('Log').getByRole('button', { name: 'As run' }).click();
  await expect.element(listed().first()).toBeVisible();
};
const clock = (ms: number) => new Date(ms + 2 * 3_600_000).toISOString().slice(11, 19);

it('lists what was on air in place of the log, newest first, and gives the log back', async () => {
  await opened();
  await expect
    .element(listed().first())
    .toHaveTextContent(`${clock(START_MS + 120_000)} control 1 12 sGap ticker 41 km to go`);
  await expect.element(listed().nth(1)).toHaveTextContent('Gap ticker 3 · true');
  await panel().getByRole('button', { name: 'Race time' }).click();
  await expect.element(listed().first()).toHaveTextContent(clock(START_MS + 3_720_000));
  await panel().getByRole('button', { name: 'As run' }).click();
  await expect.element(bus('Log').getByRole('listbox')).toBeVisible();
});

it('asks nothing while the log is shown, and once when what pages draw changes while it is', async () => {
  link.change({ shown: { air: [], monitors: [] } });
  expect(asked).toEqual([]);
  await opened();
  await expect.poll(() => asked.length).toBe(2);
  rows = [...rows, airedRow(3, { toAt: null })];
  for (let i = 0; i < 5; i += 1) link.change({ shown: { air: [], monitors: [] } });
  await expect.element(listed().first()).toHaveTextContent('on air');
  expect(asked).toEqual(['/api/as-run', '/api/as-run', '/api/as-run']);
});

it('shows a still where it is asked for, closes it, and has no button where there is none', async () => {
  await opened();
  const still = panel().getByRole('button', { name: `Still of Gap ticker, ${clock(START_MS + 120_000)}` });
  await still.click();
  const image = panel().getByRole('img');
  await expect.element(image).toHaveAttribute('src', expect.stringMatching(/^blob:/));
  expect(asked).toContain('/api/still?n=2');
  await expect.poll(() => (image.element() as HTMLImageElement).naturalWidth).toBe(640);
  await still.click();
  await expect.element(image).not.toBeInTheDocument();
  expect(
    panel()
      .getByRole('button', { name: /^Still of/ })
      .elements(),
  ).toHaveLength(1);
});

it('brings the table and all of it as files', async () => {
  await opened();
  const named: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    named.push(this.download);
  });
  await panel().getByRole('button', { name: 'CSV' }).click();
  await panel().getByRole('button', { name: 'JSON' }).click();
  await expect.poll(() => named).toEqual(['as-run.csv', 'as-run.json']);
  expect(asked).toEqual(expect.arrayContaining(['/api/as-run.csv', '/api/as-run?words=all']));
});

it('keeps what it was told where the desk is away, and says so', async () => {
  await opened();
  isAway = true;
  link.change({ shown: { air: [], monitors: [] } });
  await expect.element(panel().getByRole('status')).toHaveTextContent(/^The desk cannot be reached/);
  expect(listed().elements()).toHaveLength(2);
});
