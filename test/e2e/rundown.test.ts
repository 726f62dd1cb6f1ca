import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskAndBrowser, startDeskAndBrowser } from '../support/e2e.ts';

describe('the rundown, through a real desk and real pages', () => {
  let both: DeskAndBrowser;
  let control: Page;

  beforeAll(async () => {
    both = await startDeskAndBrowser();
    await both.opened('?show=program');
    control = await both.openedControl();
  });

  afterAll(() => both?.end());

  const row = (title: string, page = control) => page.getByRole('listitem', { name: title, exact: true });
  const form = (title: string, page = control) => page.getByRole('article', { name: title, exact: true });
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await control.keyboard.press(key);
  };

  it('three are cued and taken with four strokes, and taken out with one each', async () => {
    await press('Digit2', 'Digit4', 'Digit8', 'Space');
    for (const title of ['Gaps', 'Profile']) await row(title).getByText('On air').waitFor();
    await press('Shift+Digit2', 'Shift+Digit4', 'Shift+Digit8');
    await control.getByText('Nothing on air').waitFor();
  });

  it('an item made, named and keyed by keys alone is on the other control, and leaves by itself', async () => {
    const other = await both.openedControl();
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Control+d');
    await form('Rider 2').waitFor();
    await press('Enter');
    await control.keyboard.type('4');
    await press('Enter');
    await row('Rider 2').getByText(/^4 /).waitFor();
    await form('Rider 2')
      .getByRole('textbox', { name: /^Out after/ })
      .focus();
    await press('Control+a');
    await control.keyboard.type('3');
    await press('Enter', 'Shift+Digit0');
    await row('Rider 2', other).getByText('On air').waitFor();
    await row('Rider 2', other)
      .getByTitle(/Leaves by itself in \d s of 3/)
      .waitFor();
    await row('Rider', other).getByText('Other on air').waitFor();
    await row('Rider 2').getByText('On air').waitFor({ state: 'detached' });
    await control.getByText('its 3 s are over').waitFor();
    // In the moment in which it leaves, the key would still mean out.
    await control.waitForTimeout(600);
    await press('Shift+Digit0');
    await row('Rider 2').getByText('On air').waitFor();
    await press('a');
    await row('Rider 2')
      .getByTitle(/Leaves by itself/)
      .waitFor({ state: 'detached' });
    await control.waitForTimeout(3200);
    expect(await row('Rider 2').getByText('On air').count()).toBe(1);
    await press('Escape');
    await other.close();
  });

  it('is exported and imported by the page, with a sentence for a file that is wrong', async () => {
    await control.getByText('Rundowns', { exact: true }).click();
    const [download] = await Promise.all([
      control.waitForEvent('download'),
      control.getByRole('button', { name: 'Export' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Road stage.json');
    const text = await readFile(await download.path(), 'utf8');
    const open = (name: string, body: string) =>
      control.getByLabel('Import').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(body) });
    await open('wrong.json', text.replace('"key":"2"', '"key":"zwei"'));
    await control.getByText('the rundown: items.1.key is "zwei"; write a key as "1"').waitFor();
    await open('right.json', text);
    const chosen = control.getByRole('combobox', { name: 'Rundown', exact: true });
    await expect.poll(() => chosen.inputValue()).toBe('Road stage 2');
    await form('Race status').waitFor();
    await control.getByRole('group', { name: 'Rundowns' }).getByRole('button', { name: 'Remove' }).click();
    await control.getByRole('button', { name: 'Put back Road stage 2' }).waitFor();
    await control.getByText('Rundowns', { exact: true }).click();
  });

  it('lies beside the pictures, in a drawer, or below the program, and nothing is wider than the page', async () => {
    const drawer = control.getByRole('button', { name: 'Rundown', exact: true });
    const panel = control.getByRole('region', { name: 'Rundown' });
    const widthOf = async (place: Locator) => Math.round((await place.boundingBox())?.width ?? 0);
    for (const [width, height] of [
      [1920, 1080],
      [1366, 768],
      [1024, 768],
      [683, 384],
      [420, 800],
      [210, 400],
    ] as const) {
      await control.setViewportSize({ width, height });
      const page = await control.evaluate(() => document.documentElement.scrollWidth);
      expect(page, `${width}`).toBe(width);
      const isDrawer = width > 480 && width < 1280;
      expect(await panel.isVisible(), `${width}`).toBe(!isDrawer);
      expect(await drawer.isVisible(), `${width}`).toBe(isDrawer);
      expect(await control.getByRole('button', { name: /^Panic/ }).isVisible(), `${width}`).toBe(true);
    }
    await control.setViewportSize({ width: 1366, height: 768 });
    expect([await widthOf(panel), await widthOf(control.getByRole('complementary'))]).toEqual([264, 301]);
    await control.setViewportSize({ width: 1024, height: 768 });
    await drawer.click();
    await row('Climb').getByRole('button', { name: 'Cue Climb' }).click();
    await row('Climb').getByText('Cued').waitFor();
    for (const button of await control.getByRole('button').all()) {
      const box = await button.boundingBox();
      const name = await button.evaluate((its) => its.getAttribute('aria-label') ?? its.textContent);
      if (box) expect(box.height, `${name}`).toBeGreaterThanOrEqual(44);
    }
    await row('Climb').getByRole('button', { name: 'Uncue Climb' }).click();
    await drawer.click();
  });

  it('scrolls where it does not fit, with the panic in sight', async () => {
    for (const [width, height] of [
      [683, 384],
      [210, 400],
    ] as const) {
      await control.setViewportSize({ width, height });
      await control.mouse.move(100, 200);
      await control.mouse.wheel(0, 300);
      await expect
        .poll(() => control.locator('.control').evaluate((page) => page.scrollTop), { message: `${width}` })
        .toBeGreaterThan(200);
      const panic = (await control.getByRole('button', { name: /^Panic/ }).boundingBox())!;
      expect(panic.y, `${width}`).toBeGreaterThanOrEqual(0);
      expect(panic.y + panic.height, `${width}`).toBeLessThanOrEqual(height);
      await control.mouse.wheel(0, -5000);
    }
    await control.setViewportSize({ width: 1366, height: 768 });
  });

  it('in a dock there is the program, take, all out, panic and the rundown, and nothing else', async () => {
    await control.setViewportSize({ width: 420, height: 800 });
    const outside = await control.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.control :is(button, input, select, textarea, a, summary)')]
        .filter((one) => one.checkVisibility() && !one.closest('.items, .banks, dialog'))
        .map((one) => one.getAttribute('aria-label') ?? one.innerText.trim()),
    );
    expect(outside).toEqual(['Rundown', 'Take', 'All out', 'Panic']);
    await control.setViewportSize({ width: 1366, height: 768 });
  });

  it('has a name for every control, each id once, and says nothing by colour alone', async () => {
    await control.getByText('Rundowns', { exact: true }).click();
    const named = await control.evaluate(() => {
      const all = [...document.querySelectorAll<HTMLInputElement>('.control :is(button, input, select, textarea, a)')];
      const labelOf = (one: HTMLInputElement) =>
        one.getAttribute('aria-label') ??
        (one.textContent?.trim() || [...(one.labels ?? [])].map((its) => its.textContent).join());
      const ids = [...document.querySelectorAll('.control [id]')].map(({ id }) => id);
      return {
        nameless: all.filter((one) => !labelOf(one)?.trim()).map((one) => one.outerHTML),
        twice: ids.filter((id, place) => ids.indexOf(id) !== place),
      };
    });
    expect(named).toEqual({ nameless: [], twice: [] });
    await press('Escape');
    for (const title of ['Gaps', 'Climb']) expect(await row(title).getByRole('status').count()).toBe(0);
    await row('Gaps').getByRole('button', { name: 'Take Gaps' }).click();
    await row('Climb').getByRole('button', { name: 'Cue Climb' }).click();
    await expect.poll(() => row('Gaps').getByRole('status').textContent()).toBe('On air');
    await expect.poll(() => row('Climb').getByRole('status').textContent()).toBe('Cued');
    await control.getByRole('button', { name: 'Bank 1, on air' }).waitFor();
  });
});
