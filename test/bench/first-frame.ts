import type { Asked } from './browser.ts';
import { type Seen, seenIn } from './eyes.ts';

/** Moments since the navigation began; null where the page does not say. */
export type FirstFrame = {
  /** The end of the first frame with all that is wanted. */
  readonly total: number;
  /** The document was there. */
  readonly navigationMs: number;
  /** The page's own code began to run. */
  readonly scriptMs: number | null;
  /** The last of the fonts that it waited for was there. */
  readonly fontsMs: number | null;
  readonly socketMs: number | null;
  readonly snapshotMs: number | null;
  /** How long it took from the last of all these to the end of that frame. */
  readonly drawMs: number;
};

/** Of a page with `eyes`, so many graphics of which are on air. */
export async function firstFrameOf(page: Asked, count: number): Promise<FirstFrame> {
  const [seen, loaded] = [await seenIn(page), await page.evaluate<Loaded>(LOADED)];
  return firstFrame(seen, loaded, count);
}

interface Loaded {
  readonly navigationMs: number;
  readonly fontsMs: readonly number[];
}

const LOADED = `({
  navigationMs: performance.getEntriesByType('navigation')[0].responseEnd,
  fontsMs: performance.getEntriesByType('resource').filter(({ name }) => /\\.woff2?$/.test(name)).map((one) => one.responseEnd),
})`;

export function firstFrame(seen: Seen, { navigationMs, fontsMs }: Loaded, count: number): FirstFrame {
  const total = seen.frames.find(({ on }) => on === count)?.endMs ?? Number.NaN;
  const inTime = fontsMs.filter((ms) => ms < total);
  const moments = {
    navigationMs,
    scriptMs: seen.moduleMs,
    fontsMs: inTime.length > 0 ? Math.max(...inTime) : null,
    socketMs: seen.socketMs,
    snapshotMs: seen.snapshotMs,
  };
  const ready = Math.max(...Object.values(moments).map((ms) => ms ?? 0));
  return { total, ...moments, drawMs: total - ready };
}
