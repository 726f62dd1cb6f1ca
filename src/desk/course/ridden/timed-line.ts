import type { PassingsEvent } from '../../../race/event.ts';
import { alongsOf, apartM, footOnLine, type Point } from './plane.ts';
import type { TrackPoint, Tracks } from './tracks.ts';

/** Where fewer were seen to cross a line, one odd clock would move it. */
const LEAST = 3;
/** Between fixes farther apart in time nobody knows where he was. */
const BRACKET_MS = 15_000;
const BESIDE_M = 40;

/** A round that begins at the line that a timekeeper tells of, where riders were when they crossed it; itself where that is not known. */
export function fromTimedLine(
  round: readonly Point[],
  passings: PassingsEvent['passings'],
  tracks: Tracks,
): readonly Point[] {
  const alongs = alongsOf(round);
  const lapM = alongs.at(-1)!;
  const feet = passings.flatMap(({ bib, mark, atMs }) => {
    const place = mark === 'finish' && atMs !== null ? placeAt(tracks.of(bib), atMs) : null;
    const foot = place && footOnLine(round, alongs, place);
    return foot && foot.besideM < BESIDE_M ? [foot.alongM] : [];
  });
  if (feet.length < LEAST) return round;
  const lineM = middleOfRound(feet, lapM);
  const at = alongs.findLastIndex((along) => along <= lineM);
  const [a, b] = [round[at]!, round[at + 1] ?? round[0]!];
  const share = (lineM - alongs[at]!) / (apartM(a, b) || 1);
  const line = { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
  return [line, ...round.slice(at + 1, -1), ...round.slice(0, at + 1), line];
}

/** The place of a round from which the others lie least far, the short way. */
function middleOfRound(feet: readonly number[], lapM: number): number {
  const off = (a: number, b: number) => Math.min(Math.abs(a - b), lapM - Math.abs(a - b));
  const sum = (from: number) => feet.reduce((all, one) => all + off(from, one), 0);
  return feet.reduce((best, one) => (sum(one) < sum(best) ? one : best));
}

function placeAt(track: readonly TrackPoint[], atMs: number): Point | null {
  const next = track.findIndex((point) => point.atMs >= atMs);
  const [a, b] = [track[next - 1], track[next]];
  if (!a || !b || b.atMs - a.atMs > BRACKET_MS) return null;
  const share = (atMs - a.atMs) / (b.atMs - a.atMs);
  return { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
}
