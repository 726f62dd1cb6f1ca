import type { Bib } from '../../../race/units.ts';
import type { Point } from './plane.ts';
import type { TrackPoint, Tracks } from './tracks.ts';

/** Where the road begins, which way it goes, and who is ahead on it. */
export interface Beginning {
  readonly atMs: number;
  /** Behind the last of those who ride. */
  readonly from: Point;
  readonly first: Bib;
}

/** Slower than this nobody races; a warm-up is not ridden by half of the field at once for so long. */
const RIDING_MPS = 4.5;
const LASTS_MS = 15_000;
const HEARD_MS = 20_000;
/** Behind the last one: whoever stands there is on the road, however his receiver errs. */
const BEHIND_M = 30;
/** Who is heard elsewhere, such as at home, does not keep the race from beginning. */
const TOGETHER_M = 1000;

/** Null until half of those who are heard together have ridden for a while; then when and where they left. */
export function beginningAt(tracks: Tracks, nowMs: number): Beginning | null {
  const heard = [...tracks.bibs()].filter((bib) => nowMs - (tracks.of(bib).at(-1)?.atMs ?? 0) <= HEARD_MS);
  const ways = heard.flatMap((bib) => {
    const way = wayOf(tracks.of(bib), nowMs);
    return way ? [{ bib, ...way }] : [];
  });
  const together = ways.filter((way) => {
    const near = heard.filter((bib) => isNear(tracks.of(bib).at(-1)!, way.to)).length;
    return near * 2 > heard.length || ways.length * 2 > heard.length;
  });
  if (together.length === 0 || together.length * 2 < heard.length) return null;
  const [x, y] = [
    sum(together.map(({ from, to }) => to.x - from.x)),
    sum(together.map(({ from, to }) => to.y - from.y)),
  ];
  const length = Math.hypot(x, y);
  if (!(length > 0)) return null;
  const along = (p: Point) => (p.x * x + p.y * y) / length;
  const last = together.reduce((a, b) => (along(b.from) < along(a.from) ? b : a));
  const first = together.reduce((a, b) => (along(b.to) > along(a.to) ? b : a));
  const from = { x: last.from.x - (BEHIND_M * x) / length, y: last.from.y - (BEHIND_M * y) / length };
  return { atMs: Math.min(...together.map(({ from: one }) => one.atMs)), from, first: first.bib };
}

/** From where to where he has ridden without a stop, for long enough; null where he has not. */
function wayOf(
  track: readonly TrackPoint[],
  nowMs: number,
): { readonly from: TrackPoint; readonly to: TrackPoint } | null {
  const to = track.at(-1);
  const from = track.findLast(({ atMs }) => atMs <= nowMs - LASTS_MS);
  if (!to || !from) return null;
  const ridden = track.slice(track.indexOf(from));
  const isRiding = ridden.every((point, i) => i === 0 || speedMps(ridden[i - 1]!, point) > RIDING_MPS);
  return isRiding && to.atMs - from.atMs <= 3 * LASTS_MS ? { from, to } : null;
}

const speedMps = (a: TrackPoint, b: TrackPoint) => (Math.hypot(b.x - a.x, b.y - a.y) * 1000) / (b.atMs - a.atMs);

const isNear = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y) <= TOGETHER_M;

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
