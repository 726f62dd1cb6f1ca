import type { Course, Mark } from '../course/course.ts';
import type { ClassificationEvent } from '../event.ts';
import { climbAt } from '../rules/prizes.ts';
import { firstsBreak } from '../rules/tie-break.ts';
import type { PointsEntry, Sheet } from '../sheet.ts';
import { type Bib, compareBibs } from '../units.ts';
import { isUnderWay } from './before-stage.ts';
import { byBib } from './by-bib.ts';
import { wonToday } from './lines.ts';
import type { LineResult, PointsRow } from './tables.ts';

const CATEGORIES = ['HC', '1', '2', '3', '4', 'uncategorised'] as const;

/** What a rider has, whatever the others do. */
export interface PointsSum extends Omit<PointsRow, 'rank'> {
  /** How often first, most important kind of line first. */
  readonly firsts: readonly number[];
}

/**
 * Points or mountain: before the stage, plus what today's lines gave. Empty in the middle of a race whose totals are
 * not known: a day's points are not a classification.
 */
export function pointsSums(
  of: 'points' | 'mountain',
  sheet: Sheet,
  results: readonly LineResult[],
  racing: ReadonlySet<Bib>,
): PointsSum[] {
  const told = sheet.totals?.[of];
  if (!told && isUnderWay(sheet)) return [];
  const today = wonToday(results, of);
  const firstsToday = firstsOf(of, sheet.course, results);
  const sums: PointsSum[] = [];
  const add = (bib: Bib, before: PointsEntry | undefined): void => {
    const won = today.get(bib) ?? 0;
    const points = (before?.points ?? 0) + won;
    if (points <= 0 || !racing.has(bib)) return;
    sums.push({ bib, points, today: won, firsts: summed(before?.firsts ?? [], firstsToday.get(bib) ?? []) });
  };
  const before = new Set<Bib>();
  for (const entry of told ?? []) {
    before.add(entry.bib);
    add(entry.bib, entry);
  }
  for (const bib of today.keys()) if (!before.has(bib)) add(bib, undefined);
  return sums;
}

/** In order. Same number of points, and as often first: the rank in the general classification decides. */
export function pointsRows(
  sums: readonly PointsSum[],
  told: ClassificationEvent['rows'],
  rankOf: (bib: Bib) => number,
): PointsRow[] {
  const ranked = [...sums].sort(
    (a, b) =>
      b.points - a.points ||
      firstsBreak(a.firsts, b.firsts) ||
      rankOf(a.bib) - rankOf(b.bib) ||
      compareBibs(a.bib, b.bib),
  );
  return told.length > 0 ? withTold(ranked, told) : ranked.map(rowOf);
}

const rowOf = ({ bib, points, today }: Omit<PointsRow, 'rank'>, index: number): PointsRow => ({
  rank: index + 1,
  bib,
  points,
  today,
});

/** What was classified officially goes first, as it was told. */
function withTold(sums: readonly PointsSum[], told: ClassificationEvent['rows']): PointsRow[] {
  const ours = byBib(sums);
  const rows = told.map(({ bib, value }) => ({ bib, points: value, today: ours.get(bib)?.today ?? 0 }));
  for (const { bib } of told) ours.delete(bib);
  return [...rows, ...ours.values()].map(rowOf);
}

/** How often riders were first today, by kind of line. */
function firstsOf(
  of: 'points' | 'mountain',
  course: Course,
  results: readonly LineResult[],
): ReadonlyMap<Bib, number[]> {
  const firsts = new Map<Bib, number[]>();
  for (const { mark: id, rows } of results) {
    const winner = rows[0];
    const mark = course.marks.find((one) => one.id === id);
    const kind = mark && winner && winner[of] > 0 ? kindOf(of, mark, course) : -1;
    if (!winner || kind < 0) continue;
    const counts = firsts.get(winner.bib) ?? [];
    counts[kind] = (counts[kind] ?? 0) + 1;
    firsts.set(winner.bib, counts);
  }
  return firsts;
}

/** Either may be shorter, or have holes. */
function summed(a: readonly number[], b: readonly number[]): readonly number[] {
  if (b.length === 0) return a;
  return Array.from({ length: Math.max(a.length, b.length) }, (_, kind) => (a[kind] ?? 0) + (b[kind] ?? 0));
}

function kindOf(of: 'points' | 'mountain', mark: Mark, course: Course): number {
  if (of === 'points') return mark.kind === 'finish' ? 0 : 1;
  const climb = climbAt(mark, course);
  return climb ? CATEGORIES.indexOf(climb.category) : -1;
}
