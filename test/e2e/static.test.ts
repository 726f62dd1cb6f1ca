import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyParam } from '../../src/show/manifest.ts';
import { type DeskAndBrowser, startDeskAndBrowser } from '../support/e2e.ts';
import { type StaticSite, staticSite } from '../support/static-site.ts';

/** The built pages in a folder of a server that knows nothing of us, and elsewhere a real desk. */
describe('pages on a server that is no desk', () => {
  let both: DeskAndBrowser;
  let site: StaticSite;
  const pages: Page[] = [];

  beforeAll(async () => {
    both = await startDeskAndBrowser();
    site = await staticSite(both.options.pages);
  });
  afterAll(async () => {
    await both?.end();
    await site?.stop();
  });

  async function opened(query: string) {
    const page = await both.context.newPage();
    pages.push(page);
    const said: string[] = [];
    const abroad: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    const note = (url: string) => !/^(data|blob):/.test(url) && !url.startsWith(site.url) && abroad.push(url);
    page.on('request', (request) => note(request.url()));
    page.on('websocket', (socket) => note(socket.url()));
    await page.goto(site.url + query);
    const lives = () => page.evaluate<Record<string, string>>('window.ardoise?.lives ?? {}');
    return { page, said, abroad, lives };
  }

  it('show the built-in race, folded in a worker, with every graphic by its key and its button', async () => {
    const { page, abroad, lives, said } = await opened('');
    await expect.poll(lives).toEqual({ 'gap-ticker': 'on', 'gradient-profile': 'on' });
    expect(page.workers().map((worker) => worker.url())).toEqual([
      expect.stringContaining(`${site.url}assets/worker-`),
    ]);
    await expect.poll(() => page.evaluate('ardoise.dataMs')).toBeTruthy();
    const firstMs = await page.evaluate<number>('ardoise.dataMs');
    await expect.poll(() => page.evaluate('ardoise.dataMs')).toBeGreaterThan(firstMs);
    await page.getByText('The built-in race, not live').waitFor();
    await page.getByText('npm ci && npm start').waitFor();

    const seen = new Set<string>();
    const buttons = page.getByRole('group', { name: 'Graphics' }).getByRole('button');
    for (let i = 0; i < (await buttons.count()); i += 1) {
      const button = buttons.nth(i);
      if (/^(Esc|Shift|R|F|\?|←|→|Left|Right)/.test((await button.textContent()) ?? '')) continue;
      if ((await button.getAttribute('aria-pressed')) === 'false') await button.click();
      await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
      // What was pressed is in the picture a frame later.
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
      for (const id of Object.keys(await lives())) seen.add(id);
    }
    await page.keyboard.press('Escape');
    await expect.poll(lives).toEqual({});
    await page.keyboard.press('r');
    await expect.poll(async () => Object.values(await lives())).toEqual(['on']);
    for (const id of Object.keys(await lives())) seen.add(id);
    await page.keyboard.press('r');
    const { readManifests } = await import('../../src/desk/manifests.ts');
    const shown = [...(await readManifests('overlays')).values()].filter((one) => storyParam(one) === null);
    expect([...seen].sort()).toEqual(shown.map(({ id }) => id).sort());

    await page.keyboard.press('8');
    await page.getByText(/^Not seen now: Last kilometres \(the last 3 km have not begun\)\.$/).waitFor();
    for (const width of [1920, 1366, 420]) {
      await page.setViewportSize({ width, height: width === 1920 ? 1080 : 768 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
    expect([abroad, said]).toEqual([[], []]);
  });

  it('draw the picture alone for a preview, and nothing for a program, which says so', async () => {
    const preview = await opened('?show=preview');
    await expect.poll(preview.lives).toEqual({ 'gap-ticker': 'on', 'gradient-profile': 'on' });
    await preview.page.getByText('The built-in race, not live').waitFor();
    expect(await preview.page.getByRole('button').count()).toBe(0);
    const program = await opened('?show=program');
    await expect.poll(() => program.said.join()).toMatch(/draws nothing: add &desk=/);
    expect([await program.page.evaluate('window.ardoise'), program.page.workers().length]).toEqual([undefined, 0]);
    expect([...preview.abroad, ...program.abroad]).toEqual([]);
  });

  it('leave a graphic to its host, with the built-in race in a preview alone', async () => {
    const air = await opened('?overlay=gap-ticker');
    await air.page.waitForFunction('window.ardoise && window.play');
    await air.page.evaluate('play()');
    await expect.poll(air.lives).toEqual({ 'gap-ticker': 'waiting' });
    await air.page.evaluate((race) => window.update({ race }), {
      kmToGo: 42.3,
      groups: [{ riders: 3 }, { riders: 92 }],
    });
    await expect.poll(air.lives).toEqual({ 'gap-ticker': 'on' });
    expect([air.page.workers().length, air.abroad]).toEqual([0, []]);
    const preview = await opened('?overlay=gap-ticker&preview');
    await expect.poll(preview.lives).toEqual({ 'gap-ticker': 'on' });
    expect([preview.page.workers().length, preview.abroad]).toEqual([1, []]);
  });

  it('listen to a desk that their address names, as pages of another site may', async () => {
    const desk = both.url.replace(/^http:\/\/|\/$/g, '');
    const graphic = await opened(`?overlay=gap-ticker&desk=${desk}`);
    await expect.poll(graphic.lives).toEqual({ 'gap-ticker': 'on' });
    const program = await opened(`?show=program&desk=${both.url}`);
    await program.page.waitForFunction('window.ardoise?.dataMs');
    const taken = await fetch(`${both.url}api/take-direct?overlay=status-bar`, { method: 'POST' });
    expect(taken.status).toBe(200);
    await expect.poll(program.lives).toEqual({ 'status-bar': 'on' });
    expect(graphic.page.workers().length + program.page.workers().length).toBe(0);
    const control = await opened(`?desk=${desk}`);
    await control.page.getByRole('link', { name: `http://${desk}` }).waitFor();
    const wrong = await opened('?overlay=gap-ticker&desk=the desk');
    await expect.poll(() => wrong.said.join()).toMatch(/^The address of the desk is "the desk": it is like 192/);
  });

  it('have all that they ask for', async () => {
    expect(site.asked.filter(({ status }) => status !== 200)).toEqual([]);
    for (const page of pages) await page.close();
  });
});
