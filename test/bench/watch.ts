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
