import { join } from 'node:path';
import { type Page, chromium as playwright } from 'playwright';
import type { Signal } from '../../src/host/signal.ts';
import type { RendererName } from '../../src/stage/renderer.ts';
import { chromium } from '../support/chromium.ts';

/** Until what comes with a page has passed: entrances, the compiler's first work. */
const SETTLE_MS = 2000;
const OPEN_MS = 60_000;
/** By a timer: a question with each frame would keep the frames of a page awake. */
const ASK_MS = 50;

export const HD = { width: 1920, height: 1080 };
export const UHD = { width: 3840, height: 2160 };
/** Fill and key side by side. */
export const TWICE_HD = { width: 3840, height: 1080 };

export interface PageAsked {
  readonly url: string;
  /** Null leaves it to the page, as the URL for OBS does. */
  readonly renderer: RendererName | null;
  readonly size?: typeof HD;
  /** As what it gives its picture out. */
  readonly out?: Signal['kind'];
  /** Notes in the page what it does and when (`eyes.js`); what it costs is then not only its own. */
  readonly eyes?: boolean;
}

/** A program page in a browser of its own. */
export interface OpenPage {
  readonly page: Page;
  /** Of the browser; all its processes are below it. */
  readonly pid: number;
}

/** A browser that was not there before, with nothing in its cache, and gone afterwards. */
export async function inBrowser<T>(asked: PageAsked, then: (open: OpenPage) => Promise<T>): Promise<T> {
  const server = await playwright.launchServer(await chromium());
  const browser = await playwright.connect(server.wsEndpoint());
  try {
    const page = await browser.newPage({ viewport: asked.size ?? HD });
    if (asked.eyes) await page.addInitScript({ path: join(import.meta.dirname, 'eyes.js') });
    const { renderer, out } = asked;
    const query = new URLSearchParams({ show: 'program', ...(renderer && { renderer }), ...(out && { out }) });
    await page.goto(`${asked.url}?${query}`);
    return await then({ page, pid: server.process().pid! });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Until so many graphics are on air and have been for a while. */
export async function onAir({ page }: OpenPage, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => Object.values(window.ardoise?.lives ?? {}).filter((life) => life === 'on').length === wanted,
    count,
    { timeout: OPEN_MS, polling: ASK_MS },
  );
  await wait(SETTLE_MS);
}

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
