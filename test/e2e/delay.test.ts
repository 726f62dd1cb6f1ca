import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeskAndBrowser, startDeskAndBrowser } from '../support/e2e.ts';

const LATE_MS = 9000;
const FRAME_MS = 1000 / 60;

/** One look at a page: the wall clock of the machine, the clock of the race in its picture, and the moment of its data. */
interface Seen {
  readonly atMs: number;
  readonly raceMs: number;
  readonly dataMs: number;
}

/** A word as it was painted, and when. */
interface Painted {
  readonly atMs: number;
  readonly text: string;
}

/** What the page notes of itself, by itself, from its first script on. */
interface Noted {
  readonly seen: Seen[];
  readonly painted: Painted[];
}

declare global {
  interface Window {
    noted: Noted;
  }
}

/** Runs in the page, before it: notes each word that is painted, and each frame of the screen. */
function noteAll(): void {
  const noted: Noted = { seen: [], painted: [] };
  window.noted = noted;
  const atMs = () => performance.timeOrigin + performance.now();
  for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
    const paint = prototype.fillText;
    prototype.fillText = function (this: CanvasRenderingContext2D, text: string, ...where: [number, number, number?]) {
      noted.painted.push({ atMs: atMs(), text });
      paint.call(this, text, ...where);
    } as typeof paint;
  }
  const look = () => {
    const beforeMs = atMs();
    const { raceMs, dataMs } = window.ardoise ?? { raceMs: null, dataMs: null };
    // A busy machine may do something else in the middle of a look.
    const isOneMoment = atMs() - beforeMs < 2;
    if (isOneMoment && raceMs !== null && dataMs !== null) noted.seen.push({ atMs: beforeMs, raceMs, dataMs });
    requestAnimationFrame(look);
  };
  look();
}

const noted = (page: Page): Promise<Noted> => page.evaluate(() => window.noted);
const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** When each moment of the data came into the picture. */
const cameMs = ({ seen }: Noted) =>
  new Map(seen.filter(({ dataMs }, n) => dataMs !== seen[n - 1]?.dataMs).map(({ dataMs, atMs }) => [dataMs, atMs]));

/** Nothing runs backwards, and no clock faster or slower than it may; but for what a busy machine holds up. */
function isSteady({ seen }: Noted, [slowest, fastest]: readonly [number, number]): void {
  const steps = seen.slice(1).map((look, n) => ({ now: look, before: seen[n]! }));
  for (const { now, before } of steps) {
    const apartMs = now.atMs - before.atMs;
    const goes = now.raceMs - before.raceMs;
    expect(now.dataMs).toBeGreaterThanOrEqual(before.dataMs);
    expect(goes).toBeGreaterThanOrEqual(slowest * apartMs - FRAME_MS);
    expect(goes).toBeLessThanOrEqual(fastest * apartMs + FRAME_MS);
  }
}

describe('two program pages of one desk', () => {
  let both: DeskAndBrowser;
  let direct: Page;
  let late: Page;
  const ask = async (what: string) => {
    const answer = await fetch(`${both.url}api/${what}`);
    expect(answer.status).toBe(200);
  };
  const noting = async (query: string) => {
    const page = await both.context.newPage();
    await page.addInitScript(noteAll);
    await page.goto(both.url + query);
    return page;
  };
  const isOnAir = (page: Page) => page.waitForFunction(() => window.ardoise?.lives['gap-ticker'] === 'on');
  /** How long after its first script it knew the race. */
  const tookMs = async (page: Page) => {
    const { seen } = await noted(page);
    return seen[0]!.atMs - (await page.evaluate(() => performance.timeOrigin));
  };
  const lateOf = async (page: Page, than: Page) => {
    const [a, b] = await Promise.all([page, than].map((one) => one.evaluate(() => window.ardoise!.raceMs!)));
    return b! - a!;
  };

  beforeAll(async () => {
    both = await startDeskAndBrowser({
      viewport: { width: 960, height: 540 },
      // Neither page waits for the other to be looked at.
      chromiumArgs: ['--disable-background-timer-throttling', '--disable-renderer-backgrounding'],
    });
    await ask('take-direct?overlay=gap-ticker');
    await ask('take-direct?overlay=gradient-profile');
    await ask(`delay?output=ott&s=${LATE_MS / 1000}`);
    await wait(15);
    [direct, late] = [await noting('?show=program'), await noting('?show=program&output=ott')];
    for (const page of [direct, late]) await isOnAir(page);
  });

  afterAll(() => both?.end());

  it('show the same 9.0 s apart: the data, the clock, and the words as they are painted', async () => {
    await ask('next?overlay=gap-ticker');
    await wait(20);
    const [now, then] = [await noted(direct), await noted(late)];
    const [cameNow, cameThen] = [cameMs(now), cameMs(then)];
    const apart = [...cameThen].flatMap(([dataMs, atMs]) => (cameNow.has(dataMs) ? [atMs - cameNow.get(dataMs)!] : []));
    expect(apart.length).toBeGreaterThan(8);
    expect(Math.abs(median(apart) - LATE_MS)).toBeLessThan(FRAME_MS);
    // The clock of the race, at the same moment.
    // The first seconds are those in which a page on a busy machine learns the desk's clock.
    const clocks = then.seen.slice(-300).flatMap((look) => {
      const other = now.seen.find(({ atMs }) => Math.abs(atMs - look.atMs) < FRAME_MS / 2);
      return other ? [other.raceMs - other.atMs - (look.raceMs - look.atMs)] : [];
    });
    expect(clocks.length).toBeGreaterThan(100);
    expect(Math.abs(median(clocks) - LATE_MS)).toBeLessThan(FRAME_MS);
    for (const page of [now, then]) isSteady({ ...page, seen: page.seen.slice(60) }, [1, 1]);
    // What the late page paints, once it has painted its first picture, the other one has painted then.
    const fromMs = Math.max(now.painted[0]!.atMs + LATE_MS, then.painted[0]!.atMs) + 1000;
    const words = then.painted.filter(({ atMs }) => atMs > fromMs);
    expect(words.length).toBeGreaterThan(10);
    const off = words.map(({ text, atMs }) => {
      const same = now.painted.filter((other) => other.text === text);
      return Math.min(...same.map((other) => Math.abs(atMs - other.atMs - LATE_MS)));
    });
    expect(median(off)).toBeLessThan(2 * FRAME_MS);
    expect(off.filter((ms) => ms < 200).length / off.length).toBeGreaterThan(0.9);
  });

  it('come back after a reload with the picture of then, at once and without an entrance', async () => {
    for (const page of [direct, late]) {
      await page.reload();
      await isOnAir(page);
    }
    const { seen } = await noted(late);
    const log = await late.evaluate(() => window.ardoise!.log.map(({ text }) => text));
    expect(await lateOf(late, direct)).toBeGreaterThan(LATE_MS - 200);
    expect(await lateOf(late, direct)).toBeLessThan(LATE_MS + 200);
    expect((await tookMs(late)) - (await tookMs(direct))).toBeLessThan(LATE_MS / 2);
    expect(log.join('\n')).not.toMatch(/leave/);
    isSteady({ seen: seen.slice(60), painted: [] }, [1, 1]);
  });

  it('are both clean at once after a panic, and the late one until the release has come to it', async () => {
    const lives = (page: Page) => page.evaluate(() => Object.keys(window.ardoise!.lives).length);
    await ask('panic');
    await expect.poll(() => lives(direct)).toBe(0);
    await expect.poll(() => lives(late)).toBe(0);
    await ask('release');
    await ask('take-direct?overlay=gap-ticker');
    await direct.waitForFunction(() => window.ardoise!.lives['gap-ticker'] === 'on');
    const sinceMs = performance.now();
    while (performance.now() - sinceMs < LATE_MS - 2000) {
      expect(await lives(late)).toBe(0);
      await wait(0.25);
    }
    await late.waitForFunction(() => window.ardoise!.lives['gap-ticker'] === 'on');
  });

  it('are nudged without a jump, and nothing runs backwards', async () => {
    await late.evaluate(() => window.noted.seen.splice(0));
    await ask('delay?output=ott&s=7.5');
    await wait(18);
    expect(Math.abs((await lateOf(late, direct)) - 7500)).toBeLessThan(200);
    const { seen } = await noted(late);
    isSteady({ seen, painted: [] }, [0.9, 1.1]);
    const faster = seen.slice(0, 600);
    const pace = (faster.at(-1)!.raceMs - faster[0]!.raceMs) / (faster.at(-1)!.atMs - faster[0]!.atMs);
    expect(pace).toBeGreaterThan(1.05);
    expect(pace).toBeLessThan(1.11);
  });

  it('keep their delay when the desk is killed', async () => {
    await both.desk().kill('SIGKILL');
    await both.startAgain();
    const state = (await (await fetch(`${both.url}api/state`)).json()) as Record<string, unknown>;
    expect(state.delay_ott).toBe(7.5);
    await expect.poll(() => lateOf(late, direct)).toBeGreaterThan(7300);
  });
});
