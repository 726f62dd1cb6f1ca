import { join } from 'node:path';
import { type Browser, type Page, chromium as playwright } from 'playwright';
import { chromium } from '../support/chromium.ts';
import { emptyFolder, freePort, startDesk } from '../support/desk.ts';
import { HD, wait } from './browser.ts';
import { type SeenFrame, seenIn } from './eyes.ts';
import { percentile } from './figures.ts';

/** By turns out and in again: an even number. */
const TAKES = 40;
const PANICS = 15;
/** A graphic has come or gone, and its operator has seen it. */
const SETTLED_MS = 1300;
/** Of a screen with 60 frames a second. */
const FRAME_MS = 1000 / 60;
/** A graphic by its place in the rundown of a road stage: the gaps. */
const TAKE_KEY = 'Shift+Digit2';
const PANIC_KEY = 'Shift+Escape';

/**
 * From a key pressed in control to the first frame of the program page that draws what it does, through a real desk. The
 * data are frozen meanwhile, so that nothing else is drawn.
 */
export async function deskBench() {
  const desk = await startDesk({ port: await freePort(), tapes: await emptyFolder(), args: [], pages: 'dist' });
  const browser = await playwright.launch(await chromium());
  try {
    const program = await opened(browser, `${desk.url}?show=program&renderer=canvas`);
    const control = await opened(browser, desk.url);
    await control.getByRole('banner').getByText('Desk connected').waitFor();
    // The first one waits for what the page loads.
    await control.keyboard.press(TAKE_KEY);
    // Pages evaluate no text.
    while (!(await program.evaluate(`Object.values(window.ardoise?.lives ?? {}).includes('on')`))) await wait(50);
    await control.keyboard.press('f');
    await wait(SETTLED_MS);
    const takes = await framesOf(TAKES, () => pressed(control, program, TAKE_KEY));
    const panics = await framesOf(PANICS, () => panicked(control, program));
    return { keyToFrameFrames: spread(takes), panicFrames: spread(panics) };
  } finally {
    await browser.close();
    await desk.kill('SIGINT');
  }
}

/** In a window of its own, with `eyes.js`; and every key that is pressed in it is noted. */
async function opened(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: HD });
  const page = await context.newPage();
  await page.addInitScript({ path: join(import.meta.dirname, 'eyes.js') });
  await page.addInitScript(() =>
    window.addEventListener('keydown', ({ timeStamp }) => Object.assign(window, { keyMs: timeStamp }), true),
  );
  await page.goto(url);
  return page;
}

/** A panic takes away what is on air, and has nothing to draw. */
const isDrawn = ({ drew }: SeenFrame): boolean => drew;
const isClean = ({ on }: SeenFrame): boolean => on === 0;

/** Frames of the screen from the key to the end of the first one after it that shows what it does. */
async function pressed(control: Page, program: Page, key: string, shows = isDrawn): Promise<number> {
  await program.evaluate('eyes.frames.length = 0');
  await control.keyboard.press(key);
  await wait(SETTLED_MS);
  const keyMs = await control.evaluate<number>('performance.timeOrigin + keyMs');
  const originMs = await program.evaluate<number>('performance.timeOrigin');
  const drawn = (await seenIn(program)).frames.find((frame) => shows(frame) && originMs + frame.endMs > keyMs);
  if (!drawn) throw new Error(`No frame shows what ${key} does.`);
  return (originMs + drawn.endMs - keyMs) / FRAME_MS;
}

/** Of what is on air, and is on air again afterwards. */
async function panicked(control: Page, program: Page): Promise<number> {
  const frames = await pressed(control, program, PANIC_KEY, isClean);
  for (const key of [PANIC_KEY, TAKE_KEY]) {
    await control.keyboard.press(key);
    await wait(SETTLED_MS);
  }
  return frames;
}

async function framesOf(times: number, once: () => Promise<number>): Promise<number[]> {
  const frames: number[] = [];
  for (let i = 0; i < times; i += 1) frames.push(await once());
  return frames;
}

const spread = (frames: readonly number[]) => ({ p50: percentile(frames, 50), max: Math.max(...frames) });
