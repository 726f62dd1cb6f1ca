import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, chromium as playwright } from 'playwright';
import { type Link, openLink } from '../../../src/host/link.ts';
import { chromium } from '../../support/chromium.ts';
import { emptyFolder, freePort, startDesk } from '../../support/desk.ts';
import { HD, wait } from '../browser.ts';
import { INSPECTED } from '../inspector.ts';
import { growthOf, pageFigures } from './figures-of.ts';
import { panelAt } from './panel.ts';
import { asRunOf, replaysOf, type Told, theTapeIn, until } from './replays.ts';
import { REST_MS } from './show.ts';
import { type PageName, pages, watched } from './watched.ts';

const RATE = 60;
const SEED = 1;

/**
 * Before the hours begin, at 1x with the same panel at work: by then a desk has all that it keeps of its past (five minutes,
 * see `src/desk/halves/kept-past.ts`), control all the lines of its log, and what a page runs often is compiled. None of
 * that grows with the hours.
 */
const WARM_MS = 310_000;

/** What a desk has told is with all who listen. */
const HEARD_MS = 1500;

interface Hours {
  /** Time of day where the race is. */
  readonly from: string;
  /** Of the race. */
  readonly hours: number;
  /** Folder of the built pages. */
  readonly pages: string;
}

/** From its fifth minute on, and five for the start: half an hour is left for a slow machine. */
export const hoursBench = () => hoursOf({ from: '12:25', hours: 5, pages: 'dist' });

/**
 * A real desk plays the built-in race at 60x with a panel at work and three real pages: what they hold at each twentieth of
 * the way. Then the desk is killed, and its tape read again.
 */
async function hoursOf(asked: Hours) {
  const args = ['--from', asked.from, '--seed', String(SEED)];
  const options = { port: await freePort(), tapes: await emptyFolder(), args, pages: asked.pages };
  const desk = await startDesk({ ...options, node: INSPECTED });
  const link = openLink('control', { url: desk.url });
  const browser = await playwright.launch(await chromium());
  try {
    await until('there is a race', () => link.replica().race !== null);
    const opened = await openedPages(browser, desk.url);
    const tapeBytes = () => statSync(theTapeIn(options.tapes)).size;
    const panel = panelAt(desk.url, link, SEED);
    await wait(WARM_MS);
    const [begunAt, begunBytes] = [link.replica().race!.atMs, tapeBytes()];
    await link.transport({ do: 'speed', rate: RATE });
    const looks = await watched(desk, opened, (asked.hours * 3_600_000) / RATE);
    const counted = await panel.stop();
    const told = await lastTold(desk.url, link);
    const hours = (told.clockMs - begunAt) / 3_600_000;
    const tapeMB = (tapeBytes() - begunBytes) / 1e6;
    await desk.kill('SIGKILL');
    await browser.close();
    return {
      hours,
      ...counted,
      desk: growthOf(looks.map((look) => look.desk)),
      ...pageFigures(looks),
      tapeMBPerHour: tapeMB / hours,
      asRunRows: told.asRun.length,
      replays: await replaysOf(told, options),
    };
  } finally {
    link.close();
    await browser.close();
    await desk.kill('SIGKILL');
  }
}

/** Each in a window of its own. */
async function openedPages(browser: Browser, url: string): Promise<Record<PageName, Page>> {
  const open = async (name: PageName): Promise<[PageName, Page]> => {
    const page = await (await browser.newContext({ viewport: HD })).newPage();
    await page.addInitScript({ path: join(import.meta.dirname, 'frames.js') });
    await page.goto(url + pages[name]);
    return [name, page];
  };
  const opened = await Promise.all((Object.keys(pages) as PageName[]).map(open));
  return Object.fromEntries(opened) as Record<PageName, Page>;
}

/**
 * With the clock held, once what was due is in and nothing leaves by itself any more. A tape that is replayed ends with what
 * came in last: a word of a hand, then.
 */
async function lastTold(url: string, link: Link): Promise<Told> {
  await link.transport({ do: 'pause' });
  await wait(REST_MS);
  await link.tell({ kind: 'camera', group: null });
  await wait(HEARD_MS);
  const { race, show, clock } = link.replica();
  return { race: race!, show, asRun: await asRunOf(url), clockMs: clock.atMs };
}
