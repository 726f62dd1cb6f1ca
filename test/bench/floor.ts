import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inBrowser, wait } from './browser.ts';
import { cpuSecondsOf } from './processes.ts';

const SETTLE_MS = 3000;
const LOOK_MS = 8000;

/** One number on a canvas, so many times a second; nothing else. */
const pageOf = (framesPerS: number): string => `<!doctype html><body style="margin:0">
<canvas id="board" width="640" height="800"></canvas><script>
  const context = board.getContext('2d', { willReadFrequently: true });
  context.font = '40px sans-serif';
  let count = 0;
  const draw = () => {
    context.clearRect(40, 40, 300, 60);
    context.fillText((count += 1), 40, 90);
  };
  setInterval(() => requestAnimationFrame(draw), ${1000 / framesPerS});
</script>`;

/**
 * Cores that a browser on this machine takes for so many frames a second with next to nothing in them: what any page
 * costs that changes as often. Null where the system does not say.
 */
export async function floorOf(framesPerS: number): Promise<number | null> {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(pageOf(framesPerS)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    return await inBrowser({ url, renderer: null }, async ({ pid }) => {
      await wait(SETTLE_MS);
      const [before, beganMs] = [cpuSecondsOf(pid), performance.now()];
      await wait(LOOK_MS);
      const after = cpuSecondsOf(pid);
      return before === null || after === null ? null : (1000 * (after - before)) / (performance.now() - beganMs);
    });
  } finally {
    server.close();
  }
}
