import { expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { overlays } from '../../src/host/overlays.ts';
import { catalogue } from '../../src/host/scenes.ts';
import { loadFonts } from '../../src/stage/kit/fonts.ts';
import { onStage } from '../support/stage.ts';

/** What a take of all of them may leave behind, on average: compiled code mostly. Their nodes alone are 200 KB. */
const KEPT_KB = 10;
const TAKES = 40;

test('all graphics, taken again and again, do not use up memory', async () => {
  await loadFonts();
  const air = await onStage([...overlays.values()]);
  // What is kept does not depend on the size of the picture; the time that it takes does.
  air.picture.resize(0.2, 1);
  const races = [...catalogue.values()].flatMap((scenes) => Object.values(scenes).map(({ race }) => race));
  const now = performance.now.bind(performance);
  let laterMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now() + laterMs);
  const take = (n: number) => {
    air.tell({ race: races[n % races.length] });
    air.want(...overlays.keys());
    air.clock.run(900, 2);
    air.tell({ race: races[(n + 1) % races.length] });
    air.clock.run(900, 2);
    air.want();
    air.clock.run(900, 2);
  };
  /** Pixi lets go of what has not been drawn for a minute, when it draws next. */
  const takes = async (times: number) => {
    for (let n = 0; n < times; n++) take(n);
    for (let n = 0; n < 2; n++) {
      laterMs += 120_000;
      take(n);
    }
    return heapKb();
  };
  // Until the browser has compiled all that runs often.
  await takes(30);
  const before = await takes(10);
  const after = await takes(TAKES);
  expect(air.faults).toEqual([]);
  expect((after - before) / TAKES).toBeLessThan(KEPT_KB);
  air.close();
  vi.restoreAllMocks();
}, 120_000);

async function heapKb(): Promise<number> {
  await cdp().send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp().send('Runtime.getHeapUsage');
  return usedSize / 1024;
}
