import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright';
import type { Signal } from '../../src/host/signal.ts';
import type { RendererName } from '../../src/stage/renderer.ts';
import { chromium } from '../support/chromium.ts';
import { freePort } from '../support/desk.ts';
import { evaluated, type Inspect, inspected } from './inspector.ts';

/** Until what comes with a page has passed: entrances. */
const SETTLE_MS = 2000;
const OPEN_MS = 60_000;
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

/** A page that can be asked what an expression is worth in it. */
export interface Asked {
  evaluate<T>(expression: string): Promise<T>;
}

/**
 * A program page in a browser of its own, as its inspector sees it. Nobody listens to what it does: a browser that must
 * tell of each message costs more than one in OBS.
 */
export interface OpenPage extends Asked {
  readonly ask: Inspect;
  /** Of the browser; all its processes are below it. */
  readonly pid: number;
}

/** A browser that was not there before, with nothing in its cache, and gone afterwards. */
export async function inBrowser<T>(asked: PageAsked, then: (open: OpenPage) => Promise<T>): Promise<T> {
  const { args, ...binary } = await chromium();
  const [port, { width, height }] = [await freePort(), asked.size ?? HD];
  const server = await playwright.launchServer({
    ...binary,
    args: [...(args ?? []), `--remote-debugging-port=${port}`, `--window-size=${width},${height}`],
  });
  try {
    return await inspected(await emptyPage(port), async (ask) => {
      if (asked.eyes) await haveEyes(ask);
      await ask('Page.navigate', { url: urlOf(asked) });
      return then({ ask, evaluate: (expression) => evaluated(ask, expression), pid: server.process().pid! });
    });
  } finally {
    await server.close();
  }
}

function urlOf({ url, renderer, out }: PageAsked): string {
  const query = new URLSearchParams({ show: 'program', ...(renderer && { renderer }), ...(out && { out }) });
  return `${url}?${query}`;
}

/** Where its inspector is. */
async function emptyPage(port: number): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/json/new`, { method: 'PUT' });
  const { webSocketDebuggerUrl } = (await answer.json()) as { readonly webSocketDebuggerUrl: string };
  return webSocketDebuggerUrl;
}

async function haveEyes(ask: Inspect): Promise<void> {
  await ask('Page.enable');
  const source = await readFile(join(import.meta.dirname, 'eyes.js'), 'utf8');
  await ask('Page.addScriptToEvaluateOnNewDocument', { source });
}

const LIVE = `Object.values(window.ardoise?.lives ?? {}).filter((life) => life === 'on').length`;

/** Until so many graphics are on air and have been for a while. */
export async function onAir(page: Asked, count: number): Promise<void> {
  const untilMs = performance.now() + OPEN_MS;
  while ((await page.evaluate<number>(LIVE)) !== count) {
    if (performance.now() > untilMs)
      throw new Error(`${count} graphics did not come on air within ${OPEN_MS / 1000} s`);
    await wait(ASK_MS);
  }
  await wait(SETTLE_MS);
}

export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
