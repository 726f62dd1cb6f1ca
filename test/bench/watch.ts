import type { CDPSession, Page } from 'playwright';
import type { OpenPage } from './browser.ts';
import { medians } from './figures.ts';
import { cpuSecondsOf } from './processes.ts';

/** What one page costs while it is left alone. A type, so that it has all that `Figures` have. */
export type Cost = {
  /** Of the whole browser: page, compositor, GPU process. Null where the system does not say. */
  readonly cores: number | null;
  readonly mainThreadMsPerS: number;
  readonly scriptMsPerS: number;
  /** Frames in which the page woke up. */
  readonly framesPerS: number;
  /** Graphics drawn anew. */
  readonly rendersPerS: number;
  /** 0 where none was drawn. */
  readonly drawCallsPerRender: number;
  readonly uploadsPerS: number;
};

const WINDOWS = 3;
const WINDOW_S = 4;

/** Watches a page without touching it: the median of some windows, so that a busy moment of the machine is not its own. */
export async function costOf({ page, pid }: OpenPage): Promise<Cost> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const windows: Cost[] = [];
  while (windows.length < WINDOWS) {
    const before = await look(page, cdp, pid);
    await new Promise((resolve) => setTimeout(resolve, WINDOW_S * 1000));
    windows.push(between(before, await look(page, cdp, pid)));
  }
  await cdp.detach();
  return medians(windows);
}

type Look = Awaited<ReturnType<typeof look>>;

function between(before: Look, after: Look): Cost {
  const wallS = (after.wallMs - before.wallMs) / 1000;
  const grown = (name: 'renders' | 'drawCalls' | 'uploads' | 'taskS' | 'scriptS' | 'frames') =>
    after[name] - before[name];
  return {
    cores: before.cpuS === null || after.cpuS === null ? null : (after.cpuS - before.cpuS) / wallS,
    mainThreadMsPerS: (grown('taskS') * 1000) / wallS,
    scriptMsPerS: (grown('scriptS') * 1000) / wallS,
    framesPerS: grown('frames') / wallS,
    rendersPerS: grown('renders') / wallS,
    drawCallsPerRender: grown('drawCalls') / Math.max(1, grown('renders')),
    uploadsPerS: grown('uploads') / wallS,
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
