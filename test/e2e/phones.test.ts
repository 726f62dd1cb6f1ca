import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyFolder } from '../support/desk.ts';
import { type DeskAndBrowser, patientContext, startDeskAndBrowser } from '../support/e2e.ts';

let both: DeskAndBrowser;
let phone: Page;
let control: Page;

beforeAll(async () => {
  const folder = await emptyFolder();
  const points = Array.from({ length: 101 }, (_, i) => `<trkpt lat="45" lon="${5 + i / 1000}"><ele>200</ele></trkpt>`);
  writeFileSync(join(folder, 'road.gpx'), `<gpx version="1.1"><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`);
  both = await startDeskAndBrowser({ args: ['--feed', 'phones', '--course', join(folder, 'road.gpx')] });
  control = await both.openedControl();
  const context = await patientContext(both.browser, { viewport: { width: 360, height: 740 }, hasTouch: true });
  phone = await context.newPage();
});
afterAll(() => both?.end());

async function isSound(): Promise<void> {
  const { violations } = await new AxeBuilder({ page: phone }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, ...nodes.slice(0, 4).map(({ html }) => html)]);
  expect.soft(serious).toEqual([]);
}

it('a rider joins by the sign, his app sends to the address that he is given, control sees him, and frees him', async () => {
  const panel = control.getByRole('region', { name: 'Phones' });
  await panel.getByText('0 joined').waitFor();
  const address = await panel.getByRole('link').getAttribute('href');
  const { hash } = new URL(address!);
  await phone.goto(`${both.url}?join${hash}`);
  await phone.getByLabel('Your number').fill('31');
  await phone.getByLabel('Your name, as it is shown').fill('Ana Novak');
  await isSound();
  await phone.getByRole('button', { name: 'Join' }).tap();
  await phone.getByRole('heading', { name: 'Number 31' }).waitFor();
  await isSound();
  // As the app of the phone would: what stands in its configuration.
  const link = await phone.getByRole('link', { name: 'Set up OwnTracks' }).getAttribute('href');
  const { url } = JSON.parse(atob(decodeURIComponent(link!.split('inline=')[1]!)));
  const body = { _type: 'location', tst: Math.floor(Date.now() / 1000), lat: 45, lon: 5.001, acc: 5, batt: 9 };
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  expect([answer.status, await answer.json()]).toEqual([200, []]);
  const row = panel.getByRole('listitem', { name: 'Number 31' });
  await row.getByText('Ana Novak').waitFor();
  await row.getByText('battery low').waitFor();
  await row.getByRole('button', { name: 'Free number 31' }).click();
  await row.getByRole('button', { name: /press again/ }).click();
  await expect.poll(async () => (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status).toBe(404);
  await phone.reload();
  await phone.getByText('The crew has freed number 31: join again.').waitFor();
  await isSound();
}, 120_000);
