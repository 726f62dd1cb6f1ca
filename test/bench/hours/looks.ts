import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { Page } from 'playwright';
import type { RunningDesk } from '../../support/desk.ts';
import { wait } from '../browser.ts';
import { type Inspect, inspected, inspectorIn } from '../inspector.ts';

/** What a desk holds at one moment; null where the system does not say. */
export interface DeskLook {
  /** Once its garbage is gone, buffers included. */
  readonly heapMB: number;
  /** What the system has given it, garbage included. */
  readonly rssMB: number | null;
  readonly openFiles: number | null;
  /** Of the open files. */
  readonly sockets: number | null;
}

/** What a page holds at one moment, its garbage gone; and how its frames came since it was opened. */
export interface PageLook {
  readonly heapMB: number;
  readonly domNodes: number;
  readonly listeners: number;
  readonly framesDue: number;
  readonly framesMissed: number;
}

/** What is only passing through, such as a frame on its way to the pages, is not there in the least of a few looks. */
const LOOKS = 3;
const BETWEEN_MS = 40;

const HELD = 'JSON.stringify(process.memoryUsage())';

export async function lookAtDesk(desk: RunningDesk): Promise<DeskLook> {
  const heapMB = await inspected(inspectorIn(desk.output()), async (ask) => {
    const looks: number[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      looks.push(await heldMB(ask));
      await wait(BETWEEN_MS);
    }
    return Math.min(...looks);
  });
  return { heapMB, rssMB: rssMB(desk.pid), ...filesOf(desk.pid) };
}

async function heldMB(ask: Inspect): Promise<number> {
  await ask('HeapProfiler.collectGarbage');
  const { result } = await ask<{ result: { value: string } }>('Runtime.evaluate', { expression: HELD });
  const { heapUsed, arrayBuffers } = JSON.parse(result.value);
  return (heapUsed + arrayBuffers) / 1e6;
}

function rssMB(pid: number): number | null {
  try {
    const kB = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kB === undefined ? null : Number(kB) / 1000;
  } catch {
    return null;
  }
}

/** The sockets of who inspects come and go with him, and are gone. */
function filesOf(pid: number): Pick<DeskLook, 'openFiles' | 'sockets'> {
  try {
    const folder = `/proc/${pid}/fd`;
    const targets = readdirSync(folder).flatMap((fd) => targetOf(`${folder}/${fd}`) ?? []);
    return { openFiles: targets.length, sockets: targets.filter((target) => target.startsWith('socket:')).length };
  } catch {
    return { openFiles: null, sockets: null };
  }
}

/** Null for a file that was closed while we looked. */
function targetOf(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}

export async function lookAtPage(page: Page): Promise<PageLook> {
  const cdp = await page.context().newCDPSession(page);
  try {
    await cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await cdp.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
    // Pages evaluate no text.
    const { result } = await cdp.send('Runtime.evaluate', { expression: 'frameCounts', returnByValue: true });
    const { due, missed } = result.value;
    return {
      heapMB: usedSize / 1e6,
      domNodes: nodes,
      listeners: jsEventListeners,
      framesDue: due,
      framesMissed: missed,
    };
  } finally {
    await cdp.detach();
  }
}
