import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { PhonesView } from '../../src/wire/crew/phones.ts';
import { leave, link, open } from './on-screen.ts';

let view: PhonesView;
let asks: string[];

beforeEach(() => {
  view = { code: 'abcd2345', addresses: ['10.0.0.5', '192.168.1.2'], phones: [] };
  asks = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (address, { method } = {}) => {
    if (method === 'POST') asks.push(String(address));
    return Response.json(method === 'POST' ? { ok: true } : view);
  });
});
afterEach(() => {
  leave();
  vi.restoreAllMocks();
});

const phones = (joins: boolean) => ({
  desk: { feed: 'phones', span: null, busy: false, joins, notices: [] },
  clock: { atMs: 5000, rate: 0 },
});
const panel = page.getByRole('region', { name: 'Phones' });
const device = { feed: 'phones', fixMs: 0, batteryPct: 80, accuracyM: 6 };

it('control shows riders how to join, by an address that phones can reach', async () => {
  open(phones(true));
  await expect.element(panel.getByRole('status')).toHaveTextContent('0 joined');
  const sign = panel.getByRole('img', { name: /^Scan to join: / });
  await expect.element(sign).toBeVisible();
  const host = `10.0.0.5${location.port === '' ? '' : `:${location.port}`}`;
  await expect
    .element(panel.getByRole('link'))
    .toHaveAttribute('href', `${location.protocol}//${host}/?join#code=abcd2345`);
  await panel.getByLabelText('Network').selectOptions(`192.168.1.2${host.slice('10.0.0.5'.length)}`);
  await expect.element(panel.getByRole('link')).toHaveTextContent('192.168.1.2');
});

it('control frees a number when it is sure, and names the worst first', async () => {
  view = { ...view, phones: ['7', '31'].map((bib) => ({ bib, name: `<b>Rider</b> ${bib}`, atMs: 0 })) };
  open({ ...phones(true), devices: [{ ...device, bib: '7', batteryPct: 4 }] });
  await expect.element(panel.getByRole('status')).toHaveTextContent('2 joined · 1 not heard yet · 1 to look at');
  const rows = () =>
    panel
      .getByRole('listitem')
      .elements()
      .map((row) => row.textContent);
  await expect.poll(() => rows()[0]).toContain('<b>Rider</b> 7battery low');
  await panel.getByRole('button', { name: 'Free number 31' }).click();
  expect(asks).toEqual([]);
  await panel.getByRole('button', { name: 'Free number 31: press again to do it' }).click();
  await expect.poll(() => asks).toEqual(['/api/feed/phones/free?bib=31']);
  await panel.getByRole('button', { name: 'Free all numbers' }).click();
  await panel.getByRole('button', { name: /^Free all numbers: press again/ }).click();
  await expect.poll(() => asks.at(-1)).toBe('/api/feed/phones/free?all');
});

it('control asks no desk that has no phones, and shows devices of another feed', async () => {
  open(phones(false));
  expect(fetch).not.toHaveBeenCalled();
  await expect.element(panel).not.toBeInTheDocument();
  link.change({ devices: [{ ...device, feed: 'traccar', bib: '9' }] });
  await expect.element(page.getByRole('region', { name: 'Devices' }).getByText('well')).toBeVisible();
  expect(fetch).not.toHaveBeenCalled();
});
