import { type Page, chromium as playwright } from 'playwright';
import { readManifests } from '../../src/desk/manifests.ts';
import { type Link, openLink } from '../../src/host/link.ts';
import { withDefaults } from '../../src/show/manifest.ts';
import type { Scenes } from '../../src/stage/scene.ts';
import { chromium } from '../support/chromium.ts';
import { emptyFolder, freePort, type RunningDesk, startDesk } from '../support/desk.ts';
import { cadence, watch } from './watch.ts';

const LOOK_S = 4;
const SETTLE_MS = 2000;
/** Graphics as in the scene in which they overflow, at eight times the speed: places change all the time. */
const SWAPS = { rate: 8, overflowing: true };
const CALM = { rate: 1, overflowing: false };

const manifests = await readManifests('overlays');

/**
 * A real desk with the built-in race, a real program page of 1920 x 1080, all graphics on air that have room beside each
 * other, one renderer after the other. WebGL is drawn by SwiftShader here: its figures say what that costs, not what a GPU would do.
 */
export async function pageBench() {
  const desk = await startDesk({ port: await freePort(), tapes: await emptyFolder(), args: [], pages: 'dist' });
  const link = openLink('bench', { url: desk.url });
  try {
    for (const overlay of manifests.keys()) await command(desk, `take-direct?overlay=${overlay}`);
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
    await onAir(page, link);
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

async function race(desk: RunningDesk, link: Link, { rate, overflowing }: typeof CALM): Promise<void> {
  for (const { overlay } of wanted(link)) {
    const { scenes }: { scenes: Scenes } = await import(`../../overlays/${overlay}/scenes.ts`);
    const params = withDefaults(manifests.get(overlay)!, overflowing ? (scenes.overflowing.params ?? {}) : {});
    const query = Object.entries(params).map(([name, value]) => `&${name}=${value}`);
    await command(desk, `set?overlay=${overlay}${query.join('')}`);
  }
  await link.transport({ do: 'speed', rate });
}

async function command({ url }: RunningDesk, what: string): Promise<void> {
  const answer = await fetch(`${url}api/${what}`);
  if (!answer.ok) throw new Error(`The desk refuses ${what}: ${await answer.text()}`);
}

const wanted = (link: Link) => Object.values(link.replica().show.program);

async function onAir(page: Page, link: Link): Promise<void> {
  await page.waitForFunction(
    (count) => Object.values(window.ardoise?.lives ?? {}).filter((life) => life === 'on').length === count,
    wanted(link).length,
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
