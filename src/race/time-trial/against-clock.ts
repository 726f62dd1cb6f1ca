import type { PositionsEvent } from '../event.ts';
import type { Riding } from '../riders/riding.ts';
import { mendHole } from './holes.ts';
import type { StartFinder } from './start-finder.ts';

/** On the ramp, and off it. */
const STOOD_M = 30;
const RODE_M = 60;
/** Fixes farther apart do not tell when he left. */
const NEAR_MS = 12_000;

/** What a frame that was folded in tells besides, where riders ride against the clock: when they started, and how they rode. */
export function noteAgainstClock(
  { riding, startFinder }: { readonly riding: Riding; readonly startFinder: StartFinder },
  { samples, atMs: eventMs }: PositionsEvent,
): void {
  for (const { bib, averageKph, atMs = eventMs } of samples) {
    const runner = riding.runners.get(bib);
    const [before, last] = runner?.fixes.slice(-2) ?? [];
    if (!runner || !before || !last || last.atMs !== atMs || runner.finish) continue;
    mendHole(riding, runner);
    if (averageKph !== undefined) startFinder.note(bib, last, averageKph);
    const isNear = last.atMs - before.atMs <= NEAR_MS;
    if (isNear && before.distanceM <= STOOD_M && last.distanceM >= RODE_M) startFinder.left(bib, before, last);
  }
}
