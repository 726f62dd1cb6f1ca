import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeskAndBrowser, patientContext, startDeskAndBrowser } from '../support/e2e.ts';

let both: DeskAndBrowser;
let tablet: Page;

beforeAll(async () => {
  both = await startDeskAndBrowser();
  await both.opened('?show=program');
  const context = await patientContext(both.browser, { viewport: { width: 1024, height: 768 }, hasTouch: true });
  tablet = await context.newPage();
  await tablet.goto(`${both.url}?buttons`);
  await tablet.getByText('Desk connected').waitFor();
});
afterAll(() => both?.end());

const asked = async (path: string) => (await fetch(`${both.url}api/${path}`)).json();

/** Nothing of what is seen may be a serious fault, on a tablet and on a phone. */
async function isSound(): Promise<void> {
  for (const [width, height] of [
    [390, 844],
    [1024, 768],
  ] as const) {
    await tablet.setViewportSize({ width, height });
    const { violations } = await new AxeBuilder({ page: tablet }).analyze();
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, ...nodes.slice(0, 4).map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`)]);
    expect.soft(serious, `${width}`).toEqual([]);
  }
}

it('a thumb takes an item of the rundown, control and a panel agree, and the log says who it was', async () => {
  await tablet.getByRole('button', { name: 'Take Gaps', exact: true }).tap();
  await tablet.getByRole('listitem', { name: 'Gaps', exact: true }).getByText('On air').waitFor();
  await expect.poll(async () => (await asked('state')).item_2_state).toBe('air');
  expect((await asked('as-run')).rows).toMatchObject([{ overlay: 'gap-ticker', takenBy: 'buttons' }]);
  await tablet.getByRole('button', { name: 'Cue Profile', exact: true }).tap();
  await tablet.getByRole('listitem', { name: 'Profile', exact: true }).getByText('Cued').waitFor();
  await isSound();
  await fetch(`${both.url}api/toggle?item=2`);
  await tablet.getByRole('listitem', { name: 'Gaps', exact: true }).getByText('Off').waitFor();
});

it('a panic is touched twice, and a lost desk is said across the page', async () => {
  const panic = tablet.getByRole('button', { name: /^Panic/ });
  await panic.tap();
  expect((await asked('state')).latched).toBe(false);
  await panic.tap();
  await tablet.getByText('CLEAN: nothing is taken').waitFor();
  expect((await asked('state')).latched).toBe(true);
  await isSound();
  await both.desk().kill('SIGKILL');
  await tablet.getByRole('alert').getByText('NO DESK').waitFor();
  await isSound();
});
