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
export async function costOf(open: OpenPage): Promise<Cost> {
  await open.ask('Performance.enable');
  const windows: Cost[] = [];
  while (windows.length < WINDOWS) {
    const before = await look(open);
    await new Promise((resolve) => setTimeout(resolve, WINDOW_S * 1000));
    windows.push(between(before, await look(open)));
  }
  await open.ask('Performance.disable');
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

interface Metrics {
  readonly metrics: readonly { readonly name: string; readonly value: number }[];
}

type Probe = Pick<NonNullable<Window['ardoise']>, 'renders' | 'drawCalls' | 'uploads' | 'frames'>;

const PROBE =
  '(({ renders, drawCalls, uploads, frames }) => ({ renders, drawCalls, uploads, frames }))(window.ardoise)';

async function look({ ask, evaluate, pid }: OpenPage) {
  const { metrics } = await ask<Metrics>('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
  return {
    ...(await evaluate<Probe>(PROBE)),
    taskS: metric('TaskDuration'),
    scriptS: metric('ScriptDuration'),
    wallMs: performance.now(),
    cpuS: cpuSecondsOf(pid),
  };
}
