import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simulation } from '../../src/desk/feeds/simulation/index.ts';
import { readManifests } from '../../src/desk/manifests.ts';
import { findBrowser, openBrowser } from '../../src/desk/render/browser.ts';
import { drawFrames } from '../../src/desk/render/draw-frames.ts';
import { type FrameFolder, openFrameFolder } from '../../src/desk/render/frame-folder.ts';
import { frameRates, frameTimes } from '../../src/desk/render/frame-times.ts';
import { leadTo } from '../../src/desk/render/lead.ts';
import { asPlayed, type TimedCommand } from '../../src/desk/render/material.ts';
import { openPageDoor } from '../../src/desk/render/page-door.ts';
import { plainFile, readPages } from '../../src/desk/site/page-file.ts';
import { PROTOCOL } from '../../src/wire/protocol.ts';
import { HD } from './browser.ts';
import { median } from './figures.ts';

const LENGTH_S = 30;
const FPS = '50';
/** A graphic is taken so often, each in its turn, and leaves by itself before the next one. */
const TAKE_S = 5;
const ON_AIR_S = 4;

/** Frame after frame, from the folding of the race to the file on the disk, as `npm run render` makes them. */
export async function offlineBench() {
  const manifests = await readManifests('overlays');
  const feed = simulation({ seed: 1 });
  const startMs = feed.startMs - feed.span.fromMs;
  const graphics = [...manifests.values()].filter(({ replay }) => replay !== 'tag');
  const commands: TimedCommand[] = Array.from({ length: LENGTH_S / TAKE_S }, (_, i) => ({
    ms: startMs + i * TAKE_S * 1000,
    command: { do: 'take-direct', overlay: graphics[i % graphics.length]!.id, outS: ON_AIR_S },
  }));
  const material = asPlayed(feed, commands);
  const times = frameTimes(frameRates[FPS]!);
  const [from, to] = [times.from(startMs), times.from(startMs + LENGTH_S * 1000)];
  const lead = leadTo(startMs, material, manifests);
  const { door, end } = await drawingPage();
  const watch = watched(to - from);
  await drawFrames({
    steps: { material, manifests, laps: null, times, lead, from, to, leftOut: console.error },
    zero: from,
    size: HD,
    folder: watch.folder,
    door,
    onStep: watch.led,
  });
  await end();
  return watch.figures();
}

async function drawingPage() {
  const pages = readPages('dist', plainFile);
  if (!pages.ok) throw new Error(pages.error);
  const found = await findBrowser(process.env.ARDOISE_CHROMIUM ?? null);
  if (!found.ok) throw new Error(found.error);
  const door = await openPageDoor(pages.value, '', console.error);
  const browser = openBrowser(found.value, `${door.url}/?offline=${PROTOCOL}`);
  await door.ready;
  const end = () => {
    door.close();
    return browser.end();
  };
  return { door, end };
}

/** What each frame has cost: from when the one before was on the disk until it was. */
function watched(count: number) {
  const opened = openFrameFolder(mkdtempSync(join(tmpdir(), 'ardoise-bench-')), {}, { count, again: false });
  if (!opened.ok) throw new Error(opened.error);
  const ms = { write: [] as number[], repeat: [] as number[] };
  let sinceMs = 0;
  const timed = (what: 'write' | 'repeat', done: Promise<void>) =>
    done.then(() => {
      const nowMs = performance.now();
      ms[what].push(nowMs - sinceMs);
      sinceMs = nowMs;
    });
  const folder: FrameFolder = {
    missing: 0,
    write: (picture, png) => timed('write', opened.value.write(picture, png)),
    repeat: (picture) => timed('repeat', opened.value.repeat(picture)),
  };
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  return {
    folder,
    led() {
      if (ms.write.length === 0) sinceMs = performance.now();
    },
    figures: () => ({
      distinctMs: { mean: mean(ms.write), p50: median(ms.write) },
      repeatedMs: { mean: mean(ms.repeat), p50: median(ms.repeat) },
      distinctShare: ms.write.length / count,
      framesPerS: (1000 * count) / (mean(ms.write) * ms.write.length + mean(ms.repeat) * ms.repeat.length),
    }),
  };
}
