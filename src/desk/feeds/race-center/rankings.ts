import type { Mark } from '../../../race/course/course.ts';
import type { BeforeStageEvent, ClassificationEvent, RaceEvent, TimePenaltyEvent } from '../../../race/event.ts';
import type { Jersey, Sheet } from '../../../race/sheet.ts';
import { asBefore } from '../../../race/standings/before-stage.ts';
import { type Json, numberOf, textOf } from '../json.ts';
import { jerseyCode, type RankingCode, rankingCode, ripenessOf } from './ranking-codes.ts';
import { behindOf, type RankingRow, rowsIn, type Who } from './ranking-rows.ts';

/** No stage lasts longer: a list with a longer time is of the race, whatever its code says. */
const LONGEST_STAGE_MS = 9 * 3_600_000;
/** A list names its line by kilometres of the road book. */
const NEAR_M = 300;

/** A list as it came. */
export interface Ranking {
  /** Stage that its name says. */
  readonly stage: number;
  readonly list: Json;
  readonly atMs: number;
}

/** What a list is read with. */
export interface Today {
  readonly stage: number;
  readonly sheet: Sheet;
  readonly who: Who;
  /** Kilometres of the places of the road book, by their number. */
  readonly kmOf: (checkpoint: number) => number | null;
}

/**
 * What a list says about the stage of today. A list of the race that bears the number of the stage before is how the
 * race stood then. One that bears today's is of the evening before until somebody has finished, then of tonight: which
 * it is only the engine can tell.
 */
export function eventsOf(ranking: Ranking, today: Today): readonly RaceEvent[] {
  const { list, stage } = ranking;
  const rows = rowsIn(list, today.who);
  if (rows.length === 0) return [];
  const code = codeOf(list, rows);
  if (!code) return [];
  const isOfTeams = rows.filter(({ team }) => team !== null).length * 2 > rows.length;
  if (code.span === 'stage') return isOfTeams || stage !== today.stage ? [] : lineIn(ranking, code, rows, today);
  if (isOfTeams) return stage === today.stage - 1 && code.by === 'time' ? [teamsIn(rows)] : [];
  const classified = classifiedIn(ranking, code, rows);
  if (stage === today.stage) return [{ ...classified, isUndated: true }];
  return stage === today.stage - 1 ? [asBefore(classified)] : [];
}

function codeOf(list: Json, rows: readonly RankingRow[]): RankingCode | null {
  const code = rankingCode(textOf(list.type));
  const isLong = code?.by === 'time' && (rows[0]?.absolute ?? 0) > LONGEST_STAGE_MS;
  return code && isLong ? { ...code, span: 'race' } : code;
}

/** Who wears the jersey of a list of wearers. */
export function jerseyOf({ list }: Ranking, { who }: Today): Jersey | null {
  const kind = jerseyCode(textOf(list.type));
  const bib = rowsIn(list, who)[0]?.bib ?? null;
  return kind && bib !== null ? { kind, bib } : null;
}

/** The order on a line, and at the finish the times and what the jury took. */
function lineIn(
  { list, atMs }: Ranking,
  { by }: RankingCode,
  rows: readonly RankingRow[],
  { sheet, kmOf }: Today,
): RaceEvent[] {
  const mark = by === 'young' ? null : markOf(list, by, sheet.course.marks, kmOf);
  if (!mark) return [];
  const riders = rows.flatMap((row) =>
    row.bib === null ? [] : [{ bib: row.bib, behindS: by === 'time' ? behindOf(rows, row) : null }],
  );
  const state = ripenessOf(textOf(list.status));
  const penalties = by === 'time' && mark.kind === 'finish' ? rows.filter(({ penaltyMs }) => penaltyMs > 0) : [];
  return [
    { kind: 'line-result', atMs, mark: mark.id, state, rows: riders },
    ...penalties.flatMap(({ bib, penaltyMs }): TimePenaltyEvent[] =>
      bib === null ? [] : [{ kind: 'time-penalty', atMs, bib, seconds: penaltyMs / 1000 }],
    ),
  ];
}

const lines: Readonly<Record<'time' | 'points' | 'mountain', readonly Mark['kind'][]>> = {
  time: ['finish', 'split'],
  points: ['sprint', 'bonus-sprint'],
  mountain: ['summit'],
};

/** The line of a list: times without a place are of the finish; points without one are the sum of a day. */
function markOf(list: Json, by: keyof typeof lines, marks: readonly Mark[], kmOf: Today['kmOf']): Mark | null {
  const number = numberOf(list.checkpoint);
  const km = (number === null ? null : kmOf(number)) ?? numberOf(list.length);
  const ofKind = marks.filter(({ kind }) => lines[by].includes(kind));
  if (km === null) return ofKind.find(({ kind }) => kind === 'finish') ?? null;
  const offM = ({ distanceM }: Mark): number => Math.abs(distanceM - km * 1000);
  return ofKind.filter((mark) => offM(mark) <= NEAR_M).sort((a, b) => offM(a) - offM(b))[0] ?? null;
}

function teamsIn(rows: readonly RankingRow[]): BeforeStageEvent {
  const teams = rows.flatMap((row) => {
    const behindS = behindOf(rows, row);
    return row.team === null || behindS === null ? [] : [{ team: row.team, behindS }];
  });
  return { kind: 'before-stage', from: 'feed', parts: { teams } };
}

function classifiedIn({ list, atMs }: Ranking, { by }: RankingCode, rows: readonly RankingRow[]): ClassificationEvent {
  const isOfTime = by === 'time' || by === 'young';
  return {
    kind: 'classification',
    atMs,
    of: by === 'time' ? 'general' : by,
    state: ripenessOf(textOf(list.status)),
    rows: rows.flatMap((row) => {
      const value = isOfTime ? behindOf(rows, row) : row.absolute;
      return row.bib === null || value === null ? [] : [{ bib: row.bib, value }];
    }),
  };
}
