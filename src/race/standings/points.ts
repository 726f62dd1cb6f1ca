import type { Mark } from '../course.ts';
import { climbAt } from '../rules/prizes.ts';
import { firstsBreak } from '../rules/tie-break.ts';
import type { PointsEntry } from '../sheet.ts';
import type { GeneralRow, LineResult, PointsRow, StandingsInput } from '../standings.ts';
import type { Bib } from '../units.ts';
import { wonToday } from './lines.ts';

const CATEGORIES = ['HC', '1', '2', '3', '4', 'uncategorised'] as const;

/**
 * Points or mountain: before the stage, plus what today's lines gave. Empty in the middle of a race whose totals are
 * not known: a day's points are not a classification.
 */
export function pointsRows(
  of: 'points' | 'mountain',
  input: StandingsInput,
  results: readonly LineResult[],
  general: readonly GeneralRow[],
  inRace: (bib: Bib) => boolean,
): PointsRow[] {
  const { totals, general: generalBefore } = input.sheet;
  if (!totals && generalBefore.length > 0) return [];
  const today = wonToday(results, of);
  const before = new Map((totals?.[of] ?? []).map((entry) => [entry.bib, entry]));
  const firsts = firstsOf(of, input, results, before);
  const place = new Map(general.map(({ bib, rank }) => [bib, rank]));
  const last = general.length + 1;
  const rows = [...new Set([...before.keys(), ...today.keys()])]
    .filter(inRace)
    .map((bib) => ({ bib, points: (before.get(bib)?.points ?? 0) + (today.get(bib) ?? 0), today: today.get(bib) ?? 0 }))
    .filter(({ points }) => points > 0)
    .sort(
      (a, b) =>
        b.points - a.points ||
        firstsBreak(firsts(a.bib), firsts(b.bib)) ||
        (place.get(a.bib) ?? last) - (place.get(b.bib) ?? last) ||
        a.bib - b.bib,
    );
  return rankRows(rows, input, of);
}

/** What was classified officially goes first, as it was told. */
function rankRows(
  rows: readonly Omit<PointsRow, 'rank'>[],
  input: StandingsInput,
  of: 'points' | 'mountain',
): PointsRow[] {
  const official = input.official.classifications.get(of);
  const ours = new Map(rows.map((row) => [row.bib, row]));
  const told = (official?.rows ?? []).map(({ bib, value }) => {
    const today = ours.get(bib)?.today ?? 0;
    ours.delete(bib);
    return { bib, points: value, today };
  });
  return [...told, ...ours.values()].map((row, index) => ({ rank: index + 1, ...row }));
}

/** How often a rider was first, most important kind of line first, today included. */
function firstsOf(
  of: 'points' | 'mountain',
  { sheet }: StandingsInput,
  results: readonly LineResult[],
  before: ReadonlyMap<Bib, PointsEntry>,
): (bib: Bib) => readonly number[] {
  const kinds = of === 'points' ? 2 : CATEGORIES.length;
  const today = new Map<Bib, number[]>();
  for (const { mark: id, rows } of results) {
    const mark = sheet.course.marks.find((one) => one.id === id);
    const kind = mark && rows[0] && rows[0][of] > 0 ? kindOf(of, mark, sheet.course) : -1;
    if (kind < 0) continue;
    const bib = rows[0]!.bib;
    if (!today.has(bib)) today.set(bib, new Array(kinds).fill(0));
    today.get(bib)![kind]! += 1;
  }
  return (bib) =>
    Array.from({ length: kinds }, (_, kind) => (before.get(bib)?.firsts?.[kind] ?? 0) + (today.get(bib)?.[kind] ?? 0));
}

function kindOf(of: 'points' | 'mountain', mark: Mark, course: StandingsInput['sheet']['course']): number {
  if (of === 'points') return mark.kind === 'finish' ? 0 : 1;
  const climb = climbAt(mark, course);
  return climb ? CATEGORIES.indexOf(climb.category) : -1;
}
