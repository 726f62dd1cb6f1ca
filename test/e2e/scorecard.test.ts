import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeskAndBrowser, startDeskAndBrowser } from '../support/e2e.ts';
import { type StaticSite, staticSite } from '../support/static-site.ts';

let both: DeskAndBrowser;
let site: StaticSite;

beforeAll(async () => {
  both = await startDeskAndBrowser();
  site = await staticSite(both.options.pages);
});
afterAll(async () => {
  await both?.end();
  await site?.stop();
});

it('is a page of the desk for anyone, sound at every width', async () => {
  const page = await both.opened('?scorecard');
  await page.getByText("Tour des Hautes Vallées · Stage 9 · Bourg-Saint-Maurice - Alpe d'Huez").waitFor();
  await page.getByRole('row', { name: 'The front 10 km ahead' }).waitFor();
  for (const width of [420, 1366, 1920]) {
    await page.setViewportSize({ width, height: 1080 });
    expect(await page.evaluate('document.documentElement.scrollWidth'), `${width}`).toBeLessThanOrEqual(width);
    await page.getByRole('figure').last().scrollIntoViewIfNeeded();
    expect(await page.getByRole('figure').last().boundingBox()).toMatchObject({ y: expect.toSatisfy((y) => y < 1080) });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect
      .soft(
        serious.map(({ id, nodes }) => [id, nodes[0]?.html]),
        `${width}`,
      )
      .toEqual([]);
  }
});

it('says on a server that is no desk what it wants, and reads a desk that is named', async () => {
  const page = await both.context.newPage();
  await page.goto(`${site.url}?scorecard`);
  await page.getByRole('alert').getByText('comes from a server that is no desk').waitFor();
  await page.goto(`${site.url}?scorecard&desk=${new URL(both.url).host}`);
  await page.getByRole('row', { name: 'The front 10 km ahead' }).waitFor();
});
