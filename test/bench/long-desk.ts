import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDesk } from '../../src/desk/desk.ts';
import { drivePlayable } from '../../src/desk/driver.ts';
import { simulation } from '../../src/desk/feeds/simulation/index.ts';
import { readManifests } from '../../src/desk/manifests.ts';
import { createNotices } from '../../src/desk/notices.ts';
import { createRecorder, noPast } from '../../src/desk/recorder.ts';
import { newTape, toldIn } from '../../src/desk/tape/write.ts';
import { heapMB } from './heap.ts';

/*
 * A desk plays the whole built-in stage at 10x, but its steady clock runs sixty times as fast: by the first quarter of the
 * way it has all of the five minutes that it keeps for outputs that are late. Run by itself, so that nothing else is on its heap; prints the heap in MB at each twentieth of the stage.
 */

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const RATE = 10;
const QUICKER = 60;
const POINTS = 20;

const feed = simulation({ seed: 1 });
const { fromMs, toMs } = feed.span;
const notices = createNotices(() => {});
const folder = mkdtempSync(join(tmpdir(), 'ardoise-bench-'));
const head = { tape: 1, feed: 'simulation', title: feed.title, source: 'bench', startedAt: Date.now() } as const;
const manifests = await readManifests(join(import.meta.dirname, '../../overlays'));
const desk = createDesk({
  feed,
  notices,
  recorder: createRecorder(newTape(join(folder, 'tape.ndjson'), head, toldIn(notices)), noPast),
  manifests,
  now: () => performance.now() * QUICKER,
  drive: (hands) => drivePlayable(feed, { fromMs, rate: RATE }, null, hands),
});

/** What pages would be sent, and a page that joins now and then. */
let bytes = 0;
desk.onFrame((_, frame) => {
  bytes += frame.bytes.length;
});
const graphics = [...manifests.keys()];
let turns = 0;
const busy = setInterval(() => {
  for (const half of ['public', 'crew'] as const) for (const frame of desk.greeting(half)) bytes += frame.bytes.length;
  const overlay = graphics[turns % graphics.length]!;
  desk.command({ do: turns % 2 === 0 ? 'take-direct' : 'out', overlay }, 'bench');
  turns += 1;
}, 100);

/** What is only passing through, such as a line on its way to the tape, is not there in the least of a few looks. */
async function heldMB(): Promise<number> {
  const looks: number[] = [];
  for (let look = 0; look < 4; look += 1) {
    looks.push(heapMB());
    await pause(30);
  }
  return Math.min(...looks);
}

desk.start();
const heaps: number[] = [];
for (let point = 1; point <= POINTS; point += 1) {
  const atMs = fromMs + ((toMs - fromMs) * point) / POINTS;
  while (desk.picture().clock.atMs < atMs - 1000) await pause(50);
  heaps.push(await heldMB());
}
clearInterval(busy);
desk.stop();
console.log(JSON.stringify({ heaps, bytes }));
process.exit(0);
