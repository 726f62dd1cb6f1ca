import { chromium as playwright } from 'playwright';
import { createServer } from 'vite';
import { chromium } from '../support/chromium.ts';

/** Loads the module as it is written, and lends it to whoever drives the page. */
const PAGE = `<!doctype html><script type="module">
  import { HOURS, leftOnAir } from '/test/support/left-on-air.ts';
  window.HOURS = HOURS;
  window.air = await leftOnAir('canvas');
</script>`;

/** What a page holds after each of the hours that it is left on air, in MB; its garbage is gone. */
export async function longPage(): Promise<readonly number[]> {
  const server = await createServer({ logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
  await server.listen();
  const browser = await playwright.launch(await chromium());
  try {
    const page = await browser.newPage();
    const url = `${server.resolvedUrls?.local[0]}left-on-air`;
    await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
    await page.goto(url);
    await page.waitForFunction('window.air', undefined, { timeout: 120_000 });
    const cdp = await page.context().newCDPSession(page);
    const heaps: number[] = [];
    for (let hour = 1; hour <= (await page.evaluate<number>('HOURS')); hour++) {
      await page.evaluate('air.hour()');
      await cdp.send('HeapProfiler.collectGarbage');
      heaps.push((await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6);
    }
    return heaps;
  } finally {
    await browser.close();
    await server.close();
  }
}
