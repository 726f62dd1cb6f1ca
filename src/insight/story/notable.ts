import type { JerseyKind, Sheet } from '../../race/sheet.ts';
import type { Bib } from '../../race/units.ts';

/** A rider whose fate is news by itself: he wears a jersey, or is among the first of the race. */
export interface Notable {
  readonly jerseys: readonly JerseyKind[];
  /** In the general classification before the stage; null where he stands in none. */
  readonly rank: number | null;
}

const FIRST = 5;

/** A sheet is looked at every few seconds, and seldom changes. */
const known = new WeakMap<Sheet, ReadonlyMap<Bib, Notable>>();

export function notableIn(sheet: Sheet): ReadonlyMap<Bib, Notable> {
  const found = known.get(sheet) ?? new Map(bibsOf(sheet).map((bib) => [bib, notableOf(sheet, bib)]));
  known.set(sheet, found);
  return found;
}

const bibsOf = ({ jerseys, general }: Sheet): Bib[] => [
  ...new Set([...jerseys.map(({ bib }) => bib), ...general.slice(0, FIRST).map(({ bib }) => bib)]),
];

const notableOf = (sheet: Sheet, bib: Bib): Notable => ({
  jerseys: sheet.jerseys.filter((jersey) => jersey.bib === bib).map(({ kind }) => kind),
  rank: rankIn(sheet, bib),
});

/** In the general classification before the stage, from 1; null where he stands in none. */
export function rankIn({ general }: Sheet, bib: Bib): number | null {
  const at = general.findIndex((entry) => entry.bib === bib);
  return at < 0 ? null : at + 1;
}

/** How much it adds to a story that these riders are in it, from 0 to 1: the best of them counts. */
export function weightOf(notable: ReadonlyMap<Bib, Notable>, bibs: readonly Bib[]): number {
  return Math.max(0, ...bibs.map((bib) => weightOfOne(notable.get(bib))));
}

function weightOfOne(one: Notable | undefined): number {
  if (!one) return 0;
  if (one.jerseys.includes('general')) return 1;
  return Math.max(one.jerseys.length > 0 ? 0.7 : 0, one.rank === null ? 0 : 0.9 - one.rank * 0.1);
}

/** Those of them who are, the most important first. */
export const notableOnly = (notable: ReadonlyMap<Bib, Notable>, bibs: readonly Bib[]): Bib[] =>
  bibs.filter((bib) => notable.has(bib)).sort((a, b) => weightOfOne(notable.get(b)) - weightOfOne(notable.get(a)));

/** All of them, the most important first; others as they are. */
export function byWeight(notable: ReadonlyMap<Bib, Notable>, bibs: readonly Bib[]): Bib[] {
  const first = notableOnly(notable, bibs);
  return [...first, ...bibs.filter((bib) => !notable.has(bib))];
}
