import type { Bib } from '../units.ts';
import type { Passage } from './passage.ts';
import { isLineWord } from './passage-book.ts';
import type { Riding } from './riding.ts';
import { isHeardAtLines, type Runner } from './runner.ts';
import type { Passed } from './timetable.ts';

/** Who is heard at a line himself may be behind somebody who is not: beyond the noise of trackers. */
const NOISE_MS = 5000;

/** When a rider passed: as a line told it, where one lies there, else as the road tells. */
export function passedAt({ passages, timetable }: Riding, bib: Bib, distanceM: number): Passed | null {
  const told = passages.toldAt(bib, distanceM);
  if (!told || !isLineWord(told.origin)) return timetable.timeAt(bib, distanceM);
  return { atMs: told.atMs, estimated: false, told: told.origin };
}

/**
 * Of a rider who is at a line: who crossed it first, and what both times are worth. Null where he is at none, and where
 * the front (`first`) passed there long before any crossing that was told.
 */
export function firstToldBefore(
  { passages }: Riding,
  { bib, last }: Runner,
  first: Passed,
): { readonly atMs: number; readonly origin: 'timed' | 'manual' } | null {
  const own = last && passages.toldAt(bib, last.distanceM);
  if (!own || own.atMs !== last.atMs) return null;
  const front: Passage | null = passages.firstToldAt(last.distanceM);
  if (!front || first.atMs < front.atMs - NOISE_MS) return null;
  return { atMs: front.atMs, origin: own.origin === 'manual' || front.origin === 'manual' ? 'manual' : 'timed' };
}

/** Where he is heard of next: after a lap, or at the next line of the road. */
export function nextLineM({ course, passages }: Riding, fromM: number): number {
  const { laps } = course;
  if (laps && fromM < laps.fromM + laps.count * laps.lengthM && fromM >= laps.fromM) return fromM + laps.lengthM;
  return passages.marks.find(({ distanceM }) => distanceM > fromM)?.distanceM ?? fromM;
}

/**
 * Who has no tracker, and has not come to the next line yet, is behind all who have: his gap is at least what has passed
 * since the first one was there. Null where he is heard otherwise, or nobody has come there.
 */
export function notYetThere(
  riding: Riding,
  runner: Runner,
): { readonly beforeM: number; readonly leastS: number } | null {
  if (!runner.last || !isHeardAtLines(runner)) return null;
  const beforeM = nextLineM(riding, runner.last.distanceM);
  const first = riding.passages.firstToldAt(beforeM);
  return { beforeM, leastS: first ? (riding.feedMs - first.atMs) / 1000 : 0 };
}
