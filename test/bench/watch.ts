import type { CDPSession, Page } from 'playwright';
import { cpuSecondsOf } from './processes.ts';

/** What one page costs while it is left alone. */
export interface Cost {
  readonly rendersPerS: number;
  readonly drawCallsPerS: number;
  readonly uploadsPerS: number;
  readonly mainThreadMsPerS: number;
  readonly scriptMsPerS: number;
  /** Of the whole browser: page, compositor, GPU process. Null where the system does not say. */
  readonly browserCores: number | null;
  /** Frames that the page drew, not those of the screen. */
  readonly framesPerS: number;
}

/** Watches a page for a while, without touching it. */
export async function watch(page: Page, browserPid: number, seconds: number): Promise<Cost> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const before = await look(page, cdp, browserPid);
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const after = await look(page, cdp, browserPid);
  await cdp.detach();
  const wallS = (after.wallMs - before.wallMs) / 1000;
  const per = (name: 'renders' | 'drawCalls' | 'uploads' | 'taskS' | 'scriptS' | 'frames') =>
    (after[name] - before[name]) / wallS;
  return {
    rendersPerS: per('renders'),
    drawCallsPerS: per('drawCalls'),
    uploadsPerS: per('uploads'),
    mainThreadMsPerS: per('taskS') * 1000,
    scriptMsPerS: per('scriptS') * 1000,
    browserCores: before.cpuS === null || after.cpuS === null ? null : (after.cpuS - before.cpuS) / wallS,
    framesPerS: per('frames'),
  };
}

/** As text: what runs this file may put its own helpers into functions, which the page does not have. */
const FRAME_STEPS = `(ms) => new Promise((resolve) => {
  const atMs = [];
  const tick = (nowMs) => {
    atMs.push(nowMs);
    if (nowMs - atMs[0] < ms) requestAnimationFrame(tick);
    else resolve(atMs.slice(1).map((one, i) => one - atMs[i]));
  };
  requestAnimationFrame(tick);
})`;

/** How evenly the page presents frames: asked of the screen itself, which keeps its loop awake meanwhile. */
export async function cadence(page: Page, seconds: number) {
  const stepsMs = await page.evaluate<number[]>(`(${FRAME_STEPS})(${seconds * 1000})`);
  const sorted = stepsMs.toSorted((a, b) => a - b);
  return {
    presentedPerS: stepsMs.length / seconds,
    frameMsMedian: sorted[Math.floor(sorted.length / 2)],
    frameMsP99: sorted[Math.floor(sorted.length * 0.99)],
  };
}

async function look(page: Page, cdp: CDPSession, browserPid: number) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
  const probe = await page.evaluate(() => {
    const { renders, drawCalls, uploads, frames } = window.ardoise!;
    return { renders, drawCalls, uploads, frames };
  });
  return {
    ...probe,
    taskS: metric('TaskDuration'),
    scriptS: metric('ScriptDuration'),
    wallMs: performance.now(),
    cpuS: cpuSecondsOf(browserPid),
  };
}
