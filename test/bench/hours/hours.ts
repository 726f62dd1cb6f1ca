import { statSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, chromium as playwright } from 'playwright';
import { readManifests } from '../../../src/desk/manifests.ts';
import { type Link, openLink } from '../../../src/host/link.ts';
import { chromium } from '../../support/chromium.ts';
import { emptyFolder, freePort, type RunningDesk, startDesk } from '../../support/desk.ts';
import { HD, wait } from '../browser.ts';
import { growthPct, steadyOf } from '../figures.ts';
import { INSPECTED } from './inspector.ts';
import { type DeskLook, lookAtDesk, lookAtPage, type PageLook } from './looks.ts';
import { asRunOf, replaysOf, type Told, theTapeIn, until } from './replays.ts';
import { lastWords, REST_MS, type Request, showOf } from './show.ts';

const RATE = 60;
const SEED = 1;
/** Between two requests of the panel: a long show in a short time. */
const TURN_MS = 500;
const POINTS = 20;

/** One of each kind that lies over a picture or is worked at. */
const pages = {
  program: '?show=program&renderer=canvas',
  preview: '?show=preview&renderer=canvas',
  control: '',
} as const;
type PageName = keyof typeof pages;

export interface Hours {
  /** Time of day where the race is. */
  readonly from: string;
  /** Of the race. */
  readonly hours: number;
  /** Folder of the built pages. */
  readonly pages: string;
}

/** All but the neutral start and the last half hour. */
export const hoursBench = () => hoursOf({ from: '12:30', hours: 5, pages: 'dist' });

/**
 * A real desk plays the built-in race at 60x with a panel at work and three real pages: what they hold at each twentieth of
 * the way. Then the desk is killed, and its tape read again.
 */
export async function hoursOf(asked: Hours) {
  const args = ['--from', asked.from, '--speed', String(RATE), '--seed', String(SEED)];
  const options = { port: await freePort(), tapes: await emptyFolder(), args, pages: asked.pages };
  const desk = await startDesk({ ...options, node: INSPECTED });
  const link = openLink('control', { url: desk.url });
  const browser = await playwright.launch(await chromium());
  try {
    await until('there is a race', () => link.replica().race !== null);
    const opened = await openedPages(browser, desk.url);
    const tapeBytes = () => statSync(theTapeIn(options.tapes)).size;
    const [begunAt, begunBytes] = [raceMs(link), tapeBytes()];
    const panel = panelAt(desk.url, link);
    const looks = await looked(desk, opened, (asked.hours * 3_600_000) / RATE / POINTS);
    const counted = await panel.stop();
    const hours = (raceMs(link) - begunAt) / 3_600_000;
    const tapeMB = (tapeBytes() - begunBytes) / 1e6;
    const told = await lastTold(desk.url, link);
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

const raceMs = (link: Link): number => link.replica().race!.atMs;

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

interface Panel {
  /** Its last words are said, and heard. */
  stop(): Promise<{ readonly asked: number; readonly refused: number }>;
}

/** A request that the moment does not allow, such as a step of what is not on air, is refused, as it is to a hand. */
function panelAt(url: string, link: Link): Panel {
  const counted = { asked: 0, refused: 0 };
  let isStopped = false;
  const say = async (request: Request) => {
    counted.asked += 1;
    const answer = await fetch(`${url}api/${request}`);
    if (!answer.ok) counted.refused += 1;
    await answer.text();
  };
  const work = async () => {
    const manifests = [...(await readManifests('overlays')).values()];
    for (const request of showOf(SEED, manifests, [...link.replica().race!.sheet.riders.keys()])) {
      if (isStopped) return;
      await say(request);
      await wait(TURN_MS);
    }
  };
  const working = work();
  return {
    async stop() {
      isStopped = true;
      await working;
      for (const request of lastWords) await say(request);
      return counted;
    },
  };
}

interface Looks {
  readonly desk: DeskLook;
  readonly pages: Readonly<Record<PageName, PageLook>>;
}

async function looked(desk: RunningDesk, opened: Record<PageName, Page>, everyMs: number): Promise<Looks[]> {
  const looks: Looks[] = [];
  const beganMs = performance.now();
  while (looks.length < POINTS) {
    await wait(beganMs + (looks.length + 1) * everyMs - performance.now());
    const seen = await Promise.all(
      Object.entries(opened).map(async ([name, page]) => [name, await lookAtPage(page)] as const),
    );
    looks.push({ desk: await lookAtDesk(desk), pages: Object.fromEntries(seen) as Looks['pages'] });
  }
  return looks;
}

/** With the clock held, once nothing leaves by itself any more. A tape ends with what came in last: a word of a hand, then. */
async function lastTold(url: string, link: Link): Promise<Told> {
  await link.transport({ do: 'pause' });
  await link.tell({ kind: 'camera', group: null });
  await wait(REST_MS);
  const { race, show, clock } = link.replica();
  return { race: race!, show, asRun: await asRunOf(url), clockMs: clock.atMs };
}

function pageFigures(looks: readonly Looks[]) {
  const of = (name: PageName) => growthOfPage(looks.map((look) => look.pages[name]));
  return { program: of('program'), preview: of('preview'), control: of('control') };
}

/** What a desk held when it was steady, and how much more it ever held after that. */
const growthOf = (looks: readonly DeskLook[]) => ({
  heapMB: grown(looks, 'heapMB'),
  rssMB: grown(looks, 'rssMB'),
  openFiles: grown(looks, 'openFiles'),
  sockets: grown(looks, 'sockets'),
});

function growthOfPage(looks: readonly PageLook[]) {
  const { framesDue, framesMissed } = looks.at(-1)!;
  return {
    heapMB: grown(looks, 'heapMB'),
    domNodes: grown(looks, 'domNodes'),
    listeners: grown(looks, 'listeners'),
    /** Of those that were due while something moved; null where nothing did. */
    missedFramesPct: framesDue === 0 ? null : (100 * framesMissed) / framesDue,
  };
}

/** The first steady look, and how much higher it ever was after that; null where the system does not say. */
function grown<Name extends string>(looks: readonly Readonly<Record<Name, number | null>>[], name: Name) {
  const values = looks.flatMap((look) => look[name] ?? []);
  return values.length < looks.length ? null : { steady: steadyOf(values)[0]!, growthPct: growthPct(values) };
}
