import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder } from '../support/desk.ts';
import { type DeskAndBrowser, startDeskAndBrowser } from '../support/e2e.ts';
import { recording } from '../support/recording.ts';

/** A feed that speaks for half a minute of the race, and then for half an hour no more. */
function fallenSilent(): string {
  const told = JSON.parse(recording({ riders: 12, seconds: 1800, every: 1 }));
  return JSON.stringify({ ...told, events: [...told.events.slice(0, 30), ...told.events.slice(-30)] });
}

const widths = [1920, 1366, 1024, 420];

describe('a feed that has fallen silent, in control', () => {
  let both: DeskAndBrowser;
  let control: Page;
  const line = () => control.getByRole('region', { name: 'News', exact: true });

  beforeAll(async () => {
    const file = join(await emptyFolder(), 'stage.json');
    writeFileSync(file, fallenSilent());
    both = await startDeskAndBrowser({ args: ['--feed', `replay:${file}`, '--speed', '4'] });
    await both.opened('?show=program');
    control = await both.openedControl();
  });

  afterAll(() => both?.end());

  /** Read whole or cut short with its text at hand, at every width, with nothing serious by axe. */
  async function isSound(name: string): Promise<void> {
    for (const width of widths) {
      await control.setViewportSize({ width, height: 800 });
      expect(await line().isVisible(), `${name} at ${width}`).toBe(true);
      const { violations } = await new AxeBuilder({ page: control }).exclude('iframe').analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect
        .soft(
          serious.map(({ id, nodes }) => [id, nodes[0]?.html]),
          `${name} at ${width}`,
        )
        .toEqual([]);
      if (process.env.SHOTS) await control.screenshot({ path: join(process.env.SHOTS, `${name}-${width}.png`) });
    }
    await control.setViewportSize({ width: 1366, height: 800 });
  }

  it('is said while it lasts, amber and then red, and no longer than that', async () => {
    for (const key of ['Shift+Digit1', 'Shift+Digit4']) await control.keyboard.press(key);
    await expect.poll(() => line().getAttribute('data-level')).toBe('warning');
    await expect.poll(() => line().textContent()).toMatch(/^LOOKNo news from the feed for \d+ s\. Out in \d+ s: /);
    await control.request.post(`${both.url}api/loss?overlay=gap-ticker&outS=never`);
    await isSound('amber');
    await expect.poll(() => line().getAttribute('data-level')).toBe('bad');
    await expect.poll(() => line().textContent()).toMatch(/Has left: /);
    await isSound('red');
    await control.keyboard.press('f');
    await expect.poll(() => line().getAttribute('data-level')).toBe('good');
  });
});
