import { chromium as playwright } from 'playwright';
import { chromium } from '../support/chromium.ts';
import { staticSite } from '../support/static-site.ts';
import { HD, wait } from './browser.ts';
import { medians } from './figures.ts';

const COLD_STARTS = 5;
const AFTER_MS = 5000;
const OPEN_MS = 60_000;

/** Notes what holds up the page, when its worker says something for the first time, and when the first graphic is there. */
const NOTED = `(() => {
  window.seen = { longMs: 0, raceMs: null, graphicMs: null };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longMs = Math.max(seen.longMs, duration);
  }).observe({ type: 'longtask', buffered: true });
  const Plain = Worker;
  window.Worker = class extends Plain {
    constructor(...asked) {
      super(...asked);
      this.addEventListener('message', () => (seen.raceMs ??= performance.now()));
    }
  };
  const look = () => {
    const lives = Object.values(window.ardoise?.lives ?? {});
    if (lives.some((life) => life === 'entering' || life === 'on')) seen.graphicMs = performance.now();
    else setTimeout(look, 4);
  };
  look();
})()`;

/**
 * The page of who has no desk, from a server of files, each time in a browser that never saw it: milliseconds from the
 * navigation to the first graphic, and of the longest task of the page until seconds later; 0 where none was over 50 ms.
 */
export async function staticBench() {
  const site = await staticSite('dist');
  const starts = [];
  while (starts.length < COLD_STARTS) {
    const browser = await playwright.launch(await chromium());
    const page = await browser.newPage({ viewport: HD });
    await page.addInitScript(NOTED);
    await page.goto(site.url);
    await page.waitForFunction('seen.graphicMs !== null', null, { timeout: OPEN_MS, polling: 50 });
    await wait(AFTER_MS);
    starts.push(await page.evaluate<{ longMs: number; raceMs: number; graphicMs: number }>('seen'));
    await browser.close();
  }
  await site.stop();
  const longestTaskMs = Math.max(...starts.map(({ longMs }) => longMs));
  return { ...medians(starts.map(({ raceMs, graphicMs }) => ({ raceMs, graphicMs }))), longestTaskMs };
}
