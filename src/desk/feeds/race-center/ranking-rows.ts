import type { Bib } from '../../../race/units.ts';
import { bibOf, type Json, numberOf, recordOf, recordsOf, textOf } from '../json.ts';
import { isTeam } from './start-list.ts';

/** One line of a list: a rider or a team. */
export interface RankingRow {
  readonly bib: Bib | null;
  readonly team: string | null;
  /** Milliseconds, or points. */
  readonly absolute: number | null;
  /** Milliseconds behind the first. */
  readonly relative: number | null;
  readonly penaltyMs: number;
}

/** Whom references ("allCompetitors-2026:<hash>") mean. */
export interface Who {
  readonly bibs: ReadonlyMap<string, Bib>;
  readonly teams: ReadonlyMap<string, string>;
}

export function whoIs(riders: readonly Json[], teams: readonly Json[]): Who {
  const bibs = new Map<string, Bib>();
  const codes = new Map<string, string>();
  for (const entry of [...teams, ...riders]) {
    const [key, bib] = [textOf(entry._id), bibOf(entry.bib)];
    if (key === '') continue;
    if (isTeam(entry)) codes.set(key, textOf(entry.code));
    else if (bib !== null) bibs.set(key, bib);
  }
  return { bibs, teams: codes };
}

/** The classified, in order: who has no position, or a negative one, or a word for one, is not. */
export function rowsIn(list: Json, who: Who): RankingRow[] {
  return recordsOf(list.rankings ?? [])
    .map((row) => ({ row, position: numberOf(row.position) ?? Number.NaN }))
    .filter(({ position }) => position >= 1)
    .sort((a, b) => a.position - b.position)
    .map(({ row }) => rowOf(row, who))
    .filter(({ bib, team }) => bib !== null || team !== null);
}

function rowOf(row: Json, who: Who): RankingRow {
  const rider = keyOf(row.$rider);
  const team = who.teams.get(rider) ?? who.teams.get(keyOf(row.$team)) ?? null;
  const own = bibOf(row.bib) ?? bibOf(recordOf(row.rider)?.bib);
  // A reference to a team is plainer than the number beside it; a team beside a rider is his.
  const isOfTeam = who.teams.has(rider) || (team !== null && own === null && !who.bibs.has(rider));
  return {
    bib: isOfTeam ? null : (own ?? who.bibs.get(rider) ?? null),
    team: isOfTeam ? team : null,
    absolute: numberOf(row.absolute),
    relative: numberOf(row.relative),
    penaltyMs: numberOf(row.penality) ?? 0,
  };
}

/** The number of a rider who is referred to. */
export const whoHas = (reference: unknown, who: Who | null): Bib | null => who?.bibs.get(keyOf(reference)) ?? null;

const keyOf = (reference: unknown): string => textOf(reference).split(':').at(-1) ?? '';

/** Seconds behind the first: of the times themselves where they are told, for only those are plain. */
export function behindOf(rows: readonly RankingRow[], row: RankingRow): number | null {
  const first = rows[0]?.absolute ?? null;
  const behindMs = first === null || row.absolute === null ? row.relative : row.absolute - first;
  if (behindMs === null) return row === rows[0] ? 0 : null;
  return Math.max(0, behindMs) / 1000;
}
