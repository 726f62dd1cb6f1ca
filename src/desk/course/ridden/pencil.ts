import type { Bib } from '../../../race/units.ts';
import type { Beginning } from './begin.ts';
import { apartM, footOnLine, type Point, sameWay } from './plane.ts';
import type { TrackPoint, Tracks } from './tracks.ts';

/** A road as the first rider draws it. */
export interface RiddenLine {
  readonly line: readonly Point[];
  /** Metres along it at each point. */
  readonly alongs: readonly number[];
}

export interface Pencil extends RiddenLine {
  /** Draws on by what tracks have since; true where the road is longer now. */
  draw(): boolean;
}

/** Nearer points say more of the receiver than of the road. */
const SPACING_M = 20;
/** Who was so near to the end of the road was there, and so much farther he is ahead of it. */
const HERE_M = 30;
const AHEAD_M = 45;
/** So much of the road is looked at to know whether somebody is still on it. */
const BACK_M = 400;
const FORWARD = 0.5;

/**
 * The first rider's own track is the road. Who was at its end and is beyond it is the first: he may have attacked, or the
 * one before him fallen silent or stopped.
 */
export function createPencil({ from, first, atMs }: Beginning, tracks: Tracks): Pencil {
  const line: Point[] = [from];
  const alongs = [0];
  let drawer: Bib = first;
  let drawnMs = atMs;

  const append = (point: TrackPoint): void => {
    drawnMs = Math.max(drawnMs, point.atMs);
    const stepM = apartM(line.at(-1)!, point);
    if (stepM < SPACING_M) return;
    line.push(point);
    alongs.push(alongs.at(-1)! + stepM);
  };
  const drawOn = (): void => {
    for (const point of tracks.of(drawer)) if (point.atMs > drawnMs) append(point);
  };
  const isOnRoad = (point: Point): boolean => {
    const begin = Math.max(
      0,
      alongs.findIndex((along) => along >= alongs.at(-1)! - BACK_M),
    );
    const { besideM, alongM } = footOnLine(line, alongs, point, begin);
    return besideM < HERE_M && alongM < alongs.at(-1)! - 1;
  };
  /** When he was at the end of the road, riding its way, where he is beyond it now; null else. */
  const passedMs = (bib: Bib): number | null => {
    const [before, end] = [line.at(-2), line.at(-1)!];
    const track = tracks.of(bib);
    const newest = track.at(-1);
    if (!before || !newest || apartM(newest, end) < AHEAD_M || isOnRoad(newest)) return null;
    const here = track.findLastIndex((point) => apartM(point, end) < HERE_M);
    const [at, next] = [track[here], track[here + 1]];
    return at && next && sameWay(before, end, at, next) > FORWARD ? at.atMs : null;
  };
  /** Who passed the end of the road first. */
  const ahead = () => {
    let found: { readonly bib: Bib; readonly atMs: number } | null = null;
    for (const bib of tracks.bibs()) {
      const at = bib === drawer ? null : passedMs(bib);
      if (at !== null && at < (found?.atMs ?? Number.POSITIVE_INFINITY)) found = { bib, atMs: at };
    }
    return found;
  };
  return {
    line,
    alongs,
    draw() {
      const points = line.length;
      drawOn();
      const passed = ahead();
      if (passed) {
        drawer = passed.bib;
        drawnMs = passed.atMs;
        drawOn();
      }
      return line.length > points;
    },
  };
}
