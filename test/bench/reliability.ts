import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { growthPct } from './figures.ts';
import { joinsBench } from './joins.ts';
import { longPage } from './long-page.ts';
import { securedBench } from './secured.ts';

/** What five hours on air, and an audience that comes in at once, leave behind. */
export async function reliabilityBench() {
  const joins = await joinsBench();
  return {
    joins,
    joinMessagesPerPage: joins.messages / joins.pages,
    pageHeapGrowthPct: growthPct(await longPage()),
    secured: await securedBench(),
    deskHeapGrowthPct: growthPct(await heapsOf('long-desk.ts')),
  };
}

/** A script of this folder in a process of its own: its heap is nobody else's. */
async function heapsOf(script: string): Promise<readonly number[]> {
  const args = ['--import', 'tsx', join(import.meta.dirname, script)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { heaps }: { heaps: readonly number[] } = JSON.parse(stdout);
  return heaps;
}
