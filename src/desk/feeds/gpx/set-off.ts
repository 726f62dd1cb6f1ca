import { beginningAt } from '../../course/ridden/begin.ts';
import { planeAround } from '../../course/ridden/plane.ts';
import { createTracks } from '../../course/ridden/tracks.ts';
import type { Ride } from './rides.ts';

const LOOK_MS = 5000;
/** Nobody waits for longer with his receiver on. */
const LONGEST_WAIT_MS = 2 * 3_600_000;

/** When the riders left together, ms since 1970; null where they did not, as in a time trial. */
export function setOffMs(rides: readonly Ride[]): number | null {
  const { pointOf } = planeAround(rides[0]!.points[0]!);
  const tracks = createTracks(pointOf);
  const fromMs = Math.min(...rides.map(({ points }) => points[0]!.atMs));
  const next = rides.map(() => 0);
  for (let atMs = fromMs; atMs <= fromMs + LONGEST_WAIT_MS; atMs += LOOK_MS) {
    const samples = rides.flatMap(({ bib, points }, i) => {
      const first = next[i]!;
      let until = first;
      while (until < points.length && points[until]!.atMs <= atMs) until += 1;
      next[i] = until;
      return points.slice(first, until).map(({ lat, lon, atMs: at }) => ({ bib, lat, lon, atMs: at, speedKph: null }));
    });
    tracks.note({ kind: 'positions', atMs, samples });
    const beginning = beginningAt(tracks, atMs);
    if (beginning) return beginning.atMs;
  }
  return null;
}
