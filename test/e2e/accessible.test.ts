import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskAndBrowser, startDeskAndBrowser } from '../support/e2e.ts';
import { startEnded } from '../support/ended-race.ts';

/** How a page is wide and whether its drawer is open, where it has one. */
const pages = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
  { width: 1024, height: 768, drawer: true },
  { width: 420, height: 800 },
];
/** What only adds to a page is asked where it is as always, and where it is narrowest. */
const few = pages.filter(({ width }) => width === 1366 || width === 420);

describe('control, by axe: nothing serious', () => {
  let both: DeskAndBrowser;
  let control: Page;

  beforeAll(async () => {
    both = await startDeskAndBrowser();
    await both.opened('?show=program');
    control = await both.openedControl();
    await control.getByRole('region', { name: 'Race' }).getByRole('table').waitFor();
  });

  afterAll(() => both?.end());

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await control.keyboard.press(key);
  };

  /** Nothing of what is seen may be a serious fault; the pictures themselves are no page to be read. */
  async function isSound(seen = few): Promise<void> {
    for (const { width, height, drawer = false } of seen) {
      await control.setViewportSize({ width, height });
      const button = control.locator('.drawer');
      const setDrawer = async (open: boolean) => {
        if ((await button.getAttribute('aria-expanded')) !== String(open)) await button.dispatchEvent('click');
      };
      await setDrawer(drawer);
      // Of one page alone, which asks no other page to sum up.
      const axe = new AxeBuilder({ page: control }).exclude('iframe').setLegacyMode();
      const { violations } = await axe.options({ resultTypes: ['violations'], iframes: false }).analyze();
      const serious = violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => [id, ...nodes.slice(0, 4).map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`)]);
      expect.soft(serious, `${width}${drawer ? ', drawer open' : ''}`).toEqual([]);
      await setDrawer(false);
    }
    await control.setViewportSize({ width: 1366, height: 768 });
  }

  it('with nothing on air', () => isSound(pages));

  it('with something on air, and something cued', async () => {
    await press('Shift+Digit2', 'Shift+Digit6', 'Digit4');
    await control.getByRole('listitem', { name: 'Gaps', exact: true }).getByText('On air').waitFor();
    await isSound(pages);
  });

  it('with the delay open', async () => {
    await press('d');
    await control.getByRole('textbox', { name: 'Delay of program' }).waitFor();
    await isSound();
    await press('d');
  });

  it('with all that folds open, and a field in the form', async () => {
    await control.evaluate(() => {
      for (const its of document.querySelectorAll<HTMLDetailsElement>('.control details')) its.open = true;
    });
    await press('Enter');
    await isSound();
    await press('Escape');
  });

  it('with what was on air in place of the log, and a still of it', async () => {
    await control.getByRole('region', { name: 'Log' }).getByRole('button', { name: 'As run' }).click();
    const asRun = control.getByRole('region', { name: 'As run', exact: true });
    await asRun
      .getByRole('button', { name: /^Still of/ })
      .first()
      .click();
    await asRun.getByRole('img').first().waitFor();
    await isSound();
    await asRun.getByRole('button', { name: 'As run' }).click();
  });

  it('with what hands say, a group locked and its gap held', async () => {
    const line = async (text: string) => {
      await press('/');
      await control.keyboard.type(text);
      await press('Enter');
    };
    for (const text of ['31 n Šafránek', '31 jp', 'togo 42.3', 'g2 l', 'g2 h']) await line(text);
    await control.getByRole('region', { name: 'By hand' }).getByRole('listitem').nth(3).waitFor();
    await control.getByText('held', { exact: true }).waitFor();
    await isSound();
  });

  it('with a result that waits', async () => {
    const ended = await startEnded(both.options.pages);
    const ofRace = control;
    try {
      control = await both.context.newPage();
      await control.goto(ended.url);
      await control
        .getByRole('region', { name: 'Waits for Y' })
        .getByText(/classification: 1 /)
        .waitFor();
      await isSound();
    } finally {
      await control.close();
      control = ofRace;
      await ended.kill('SIGINT');
    }
  });

  it('with the command line open, and what it lists', async () => {
    await press('/', '3');
    await control.getByRole('listbox').getByRole('option').first().waitFor();
    await isSound();
    await press('Escape');
  });

  it('with the keys explained', async () => {
    await press('?');
    await control.getByRole('dialog').waitFor();
    await isSound();
    await press('?');
  });

  it('with the data frozen', async () => {
    await press('f');
    await control.getByRole('button', { name: /^DATA FROZEN/ }).waitFor();
    await isSound();
    await press('f');
  });

  it('with the choice of what lies beneath the monitors', async () => {
    await control.getByRole('button', { name: 'Beneath', exact: true }).click();
    await control.getByRole('group', { name: 'Beneath the monitors' }).waitFor();
    await isSound();
    await control.setViewportSize({ width: 1366, height: 768 });
    await control.getByRole('button', { name: 'Nothing', exact: true }).click();
    await press('Escape');
  });

  it('with a replay on air', async () => {
    await press('r');
    await control.getByRole('button', { name: /^REPLAY/ }).waitFor();
    await isSound();
    await press('r');
  });

  it('with the panic latched', async () => {
    await press('Shift+Escape');
    await control.getByRole('button', { name: /^CLEAN/ }).waitFor();
    await isSound();
  });
});
