import type { Riding } from '../riders/riding.ts';
import type { Runner } from '../riders/runner.ts';
import type { TimedPlace } from '../riders/timetable.ts';
import type { Bib } from '../units.ts';

/** Against the clock a second counts: through a hole as long as this nobody rides evenly, where the road goes up or down. */
const HOLE_MS = 15_000;
/** The pace before and behind it is that of so long at least. */
const PACE_MS = 5000;
const PIECE_M = 25;

/**
 * The way of a rider through the newest hole of his tracker, once the fixes behind it tell how fast he came out: as
 * others rode there, or else from the one pace to the other, where an even ride would be seconds wrong. Lines in it are
 * crossed at those times.
 */
export function mendHole(riding: Riding, { bib, fixes, last }: Runner): void {
  const { timetable, passages } = riding;
  const out = fixes.findLastIndex((one, i) => i > 0 && one.atMs - fixes[i - 1]!.atMs >= HOLE_MS);
  const [from, to] = [fixes[out - 1], fixes[out]];
  const isJust = to && last && last.atMs - to.atMs >= PACE_MS && fixes.at(-2)!.atMs - to.atMs < PACE_MS;
  const before = from && fixes.slice(0, out).findLast(({ atMs }) => from.atMs - atMs >= PACE_MS);
  if (!from || !isJust || !before) return;
  let at: TimedPlace = from;
  const way = likeOthers(riding, bib, from, to) ?? piecesOf(from, to, paceOf(before, from), paceOf(to, last));
  for (const next of [...way, to]) {
    timetable.note(bib, at, next, true);
    at = next;
  }
  for (const mark of passages.marks) {
    const known = mark.distanceM > from.distanceM && mark.distanceM < to.distanceM ? passages.of(mark, bib) : undefined;
    const passed = known?.origin === 'gps' ? timetable.timeAt(bib, mark.distanceM) : null;
    if (known && passed) passages.enter(bib, mark, Math.round(passed.atMs), 'gps', known.lap, known.bracketS);
  }
}

const paceOf = (a: TimedPlace, b: TimedPlace): number => ((b.distanceM - a.distanceM) * 1000) / (b.atMs - a.atMs);

/** As the others rode there, the median of them, each in as much time as he took; null where nobody did. */
function likeOthers(riding: Riding, bib: Bib, from: TimedPlace, to: TimedPlace): TimedPlace[] | null {
  const metres = to.distanceM - from.distanceM;
  const count = Math.floor(metres / PIECE_M);
  const places = Array.from({ length: count + 1 }, (_, i) => from.distanceM + (i / count) * metres);
  const others = [...riding.runners.keys()].filter((one) => one !== bib);
  const ways = others.map((one) => sharesOf(riding, one, places)).filter((way) => way !== null);
  if (ways.length === 0) return null;
  return places.slice(1, -1).map((distanceM, i) => {
    const shares = ways.map((way) => way[i + 1]!).sort((a, b) => a - b);
    return { distanceM, atMs: from.atMs + shares[shares.length >> 1]! * (to.atMs - from.atMs) };
  });
}

/** Which share of his time between the first and the last of these places a rider took to each; null where he was not measured. */
function sharesOf({ timetable }: Riding, bib: Bib, places: readonly number[]): number[] | null {
  const passed = places.map((distanceM) => timetable.timeAt(bib, distanceM));
  if (passed.some((one) => one === null || one.estimated)) return null;
  const [firstMs, lastMs] = [passed[0]!.atMs, passed.at(-1)!.atMs];
  return passed.map((one) => (one!.atMs - firstMs) / (lastMs - firstMs));
}

/** Along a cubic that has the two paces at its ends; Fritsch and Carlson's bound keeps it from running backwards. */
function piecesOf(from: TimedPlace, to: TimedPlace, inMps: number, outMps: number): TimedPlace[] {
  const seconds = (to.atMs - from.atMs) / 1000;
  const metres = to.distanceM - from.distanceM;
  const bound = (mps: number): number => Math.max(0, Math.min((3 * metres) / seconds, mps)) * seconds;
  const [a, b] = [bound(inMps), bound(outMps)];
  const count = Math.floor(metres / PIECE_M);
  return Array.from({ length: Math.max(0, count - 1) }, (_, i) => {
    const share = (i + 1) / count;
    const along =
      a * (share - 2 * share ** 2 + share ** 3) +
      metres * (3 * share ** 2 - 2 * share ** 3) +
      b * (share ** 3 - share ** 2);
    return { distanceM: from.distanceM + along, atMs: from.atMs + share * seconds * 1000 };
  });
}
