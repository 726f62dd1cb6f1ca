import type { PositionsEvent } from '../../../race/event.ts';
import type { Bib } from '../../../race/units.ts';
import type { Point } from './plane.ts';

export interface TrackPoint extends Point {
  readonly atMs: number;
}

/** What each rider has ridden in the last minutes, as far as it can be ridden. */
export interface Tracks {
  /** The riders of whom it tells something new, with what they did. */
  note(event: PositionsEvent): readonly Bib[];
  of(bib: Bib): readonly TrackPoint[];
  readonly bibs: () => Iterable<Bib>;
}

/** Longer than any group is behind the one before it, where a road is still being ridden. */
const KEPT_MS = 5 * 60_000;
const FASTEST_MPS = 25;
/** A receiver errs by so much: two fixes of one second are not a sprint. */
const NOISE_M = 25;
/** After so many fixes that cannot be ridden to he is where they are. */
const ANEW = 3;

export function createTracks(pointOf: (fix: { lat: number; lon: number }) => Point): Tracks {
  const tracks = new Map<Bib, TrackPoint[]>();
  const odd = new Map<Bib, number>();
  const isRidden = (from: TrackPoint, to: TrackPoint) =>
    Math.hypot(to.x - from.x, to.y - from.y) <= NOISE_M + (FASTEST_MPS * (to.atMs - from.atMs)) / 1000;
  return {
    note(event) {
      const told: Bib[] = [];
      for (const { bib, lat, lon, atMs = event.atMs } of event.samples) {
        const point = { ...pointOf({ lat, lon }), atMs };
        const track = tracks.get(bib) ?? [];
        const last = track.at(-1);
        if (!Number.isFinite(point.x + point.y) || (last && atMs <= last.atMs)) continue;
        if (last && !isRidden(last, point)) {
          const count = (odd.get(bib) ?? 0) + 1;
          odd.set(bib, count);
          if (count < ANEW) continue;
          track.length = 0;
        }
        odd.delete(bib);
        track.push(point);
        while (track[0]!.atMs < atMs - KEPT_MS) track.shift();
        tracks.set(bib, track);
        told.push(bib);
      }
      return told;
    },
    of: (bib) => tracks.get(bib) ?? [],
    bibs: () => tracks.keys(),
  };
}
