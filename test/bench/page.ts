import { type Page, chromium as playwright } from 'playwright';
import { type Link, openLink } from '../../src/host/link.ts';
import { chromium } from '../support/chromium.ts';
import { emptyFolder, freePort, type RunningDesk, startDesk } from '../support/desk.ts';
import { cadence, watch } from './watch.ts';

const OVERLAYS = ['position-tower', 'gap-ticker', 'gradient-profile'];
const LOOK_S = 4;
const SETTLE_MS = 2000;
/** Eighteen riders in the order of the road, at eight times the speed: places change all the time. */
const SWAPS = { rate: 8, tower: 'order=road&rows=18' };
const CALM = { rate: 1, tower: 'order=auto&rows=12' };

/**
 * A real desk with the built-in race, a real program page of 1920 x 1080, the three graphics on air, one renderer after
 * the other. WebGL is drawn by SwiftShader here: its figures say what that costs, not what a GPU would do.
 */
export async function pageBench() {
  const desk = await startDesk({ port: await freePort(), tapes: await emptyFolder(), args: [], pages: 'dist' });
  const link = openLink('bench', desk.url);
  try {
    for (const overlay of OVERLAYS) await fetch(`${desk.url}api/take-direct?overlay=${overlay}`);
    return { canvas: await measure('canvas', desk, link), webgl: await measure('webgl', desk, link) };
  } finally {
    link.close();
    await desk.kill('SIGINT');
  }
}

async function measure(renderer: 'canvas' | 'webgl', desk: RunningDesk, link: Link) {
  const server = await playwright.launchServer(await chromium());
  const pid = server.process().pid!;
  const browser = await playwright.connect(server.wsEndpoint());
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  try {
    await page.goto(`${desk.url}?show=program&renderer=${renderer}`);
    await onAir(page);
    const air = await watch(page, pid, LOOK_S);
    await race(desk, link, SWAPS);
    await wait(SETTLE_MS);
    const swaps = { ...(await watch(page, pid, LOOK_S)), ...(await cadence(page, LOOK_S)) };
    await race(desk, link, CALM);
    await link.transport({ do: 'pause' });
    await settled(page);
    const rest = await watch(page, pid, LOOK_S);
    await link.transport({ do: 'play' });
    return { rest, air, swaps };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function race(desk: RunningDesk, link: Link, { rate, tower }: typeof CALM): Promise<void> {
  await fetch(`${desk.url}api/set?overlay=position-tower&${tower}`);
  await link.transport({ do: 'speed', rate });
}

async function onAir(page: Page): Promise<void> {
  await page.waitForFunction(
    (count) => Object.values(window.ardoise?.lives ?? {}).filter((life) => life === 'on').length === count,
    OVERLAYS.length,
    { timeout: 60_000 },
  );
  await wait(SETTLE_MS);
}

/** Until nothing moves any more. */
async function settled(page: Page): Promise<void> {
  for (let before = -1; ; await wait(1000)) {
    const frames = await page.evaluate(() => window.ardoise!.frames);
    if (frames === before) return;
    before = frames;
  }
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
