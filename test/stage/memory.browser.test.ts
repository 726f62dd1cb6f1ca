import { expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { HOURS, leftOnAir, TAKES } from '../support/left-on-air.ts';

const FLAT = 1.05;

test(`a page left on air for ${HOURS} hours, with ${TAKES} graphics taken out and in, holds what it held after one`, async () => {
  const air = await leftOnAir('canvas');
  air.hour();
  const before = air.counts();
  const heaps = [await heapKb()];
  for (let hour = 2; hour <= HOURS; hour++) {
    air.hour();
    heaps.push(await heapKb());
  }
  expect(air.counts()).toEqual({ ...before, takes: TAKES });
  // In the first hour texts are still measured that come again.
  expect(heaps.at(-1)! / heaps[1]!, `heap after each hour, in KB: ${heaps.map(Math.round)}`).toBeLessThan(FLAT);
  air.end();
});

async function heapKb(): Promise<number> {
  await cdp().send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp().send('Runtime.getHeapUsage');
  return usedSize / 1024;
}
