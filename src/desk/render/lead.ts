import type { Manifest } from '../../show/manifest.ts';
import type { Show } from '../../show/show.ts';
import type { Material } from './material.ts';
import { createShowTrack } from './show-track.ts';

/** Between nothing on air and the next graphic: all that was leaving has left, and a stage remembers nothing. */
const EMPTY_MS = 10_000;
/** Before the first frame each frame is drawn for so long: what glides or animates is on its way in it. */
const EVERY_FRAME_MS = 30_000;

/** How a stage comes to be as it would be at a moment if it had been open from the beginning. */
export interface Lead {
  /** Nothing was on air: here it begins, and is led through every second, and every moment at which something was done. */
  readonly fromMs: number;
  /** From here on through every frame. */
  readonly everyFrameMs: number;
}

export function leadTo(ms: number, material: Material, manifests: ReadonlyMap<string, Manifest>): Lead {
  const track = createShowTrack(material, manifests);
  let fromMs = 0;
  let emptySinceMs: number | null = 0;
  for (let atMs = 0; ; ) {
    const nextMs = Math.min(track.nextMs(), ms);
    if (emptySinceMs !== null && nextMs - emptySinceMs >= EMPTY_MS) fromMs = nextMs;
    if (nextMs >= ms) break;
    atMs = nextMs;
    track.to(atMs);
    emptySinceMs = isEmpty(track.show()) ? (emptySinceMs ?? atMs) : null;
  }
  return { fromMs, everyFrameMs: Math.max(fromMs, ms - EVERY_FRAME_MS) };
}

const isEmpty = ({ program, replay }: Show): boolean => Object.keys(program).length === 0 && !replay;
