import type { ClassificationEvent } from '../event.ts';
import { type Tie, tieBreak } from '../rules/tie-break.ts';
import type { GeneralEntry, Sheet } from '../sheet.ts';
import type { GeneralRow, StageRow, StandingsInput } from '../standings.ts';
import type { Bib, Origin } from '../units.ts';
import type { Gaps } from './gaps.ts';

/** A rider's general classification as it stands: before the stage, plus gap, less bonus, plus penalty. */
interface Total {
  readonly bib: Bib;
  readonly totalS: number;
  readonly bonusS: number;
  readonly origin: Origin;
  readonly tie: Tie;
}

/** The general classification, without riders whose gap is not known. */
export function generalRows(
  input: StandingsInput,
  gaps: Gaps,
  bonuses: ReadonlyMap<Bib, number>,
  stage: readonly StageRow[],
): GeneralRow[] {
  const ridden = new Map(stage.map((row) => [row.bib, row]));
  const totals: Total[] = [];
  for (const entry of input.sheet.general) {
    const gap = gaps.get(entry.bib);
    if (!gap) continue;
    const bonusS = bonuses.get(entry.bib) ?? 0;
    const penaltyS = input.official.penaltiesS.get(entry.bib) ?? 0;
    const totalS = entry.behindS + gap.gapS - bonusS + penaltyS;
    const tie = tieOf(entry, ridden.get(entry.bib), input.sheet);
    totals.push({ bib: entry.bib, totalS, bonusS, origin: gap.origin, tie });
  }
  // The list before the stage is in order, and sorting is stable: what is still equal stays as it was.
  const before = totals.map(({ bib }) => bib);
  totals.sort((a, b) => a.totalS - b.totalS || tieBreak(a.tie, b.tie));
  return rowsOf(totals, before, input.official.classifications.get('general'));
}

/** The same, of the young riders only. */
export function youngRows(general: readonly GeneralRow[], input: StandingsInput, maxAge: number): GeneralRow[] {
  const { riders, general: before, info } = input.sheet;
  const year = new Date(info.startMs + info.utcOffsetMin * 60_000).getUTCFullYear();
  const isYoung = (bib: Bib): boolean => {
    const born = riders.get(bib)?.born;
    return born !== null && born !== undefined && year - Number(born.slice(0, 4)) <= maxAge;
  };
  const ranked = general.filter(({ bib }) => isYoung(bib));
  const bibs = new Set(ranked.map(({ bib }) => bib));
  const totals = ranked.map((row) => ({ ...row, totalS: row.behindS }));
  const order = before.filter(({ bib }) => bibs.has(bib)).map(({ bib }) => bib);
  return rowsOf(totals, order, input.official.classifications.get('young'));
}

function tieOf(entry: GeneralEntry, today: StageRow | undefined, sheet: Sheet): Tie {
  const finished = today !== undefined && today.state !== 'live';
  const timed = finished && sheet.info.type === 'time-trial' ? (today.gapS ?? 0) : 0;
  return {
    hundredths: (entry.hundredths ?? 0) + Math.floor((timed % 1) * 100),
    placesSum: (entry.placesSum ?? 0) + (finished ? today.rank : 0),
    lastPlace: finished ? today.rank : 0,
  };
}

/** Ranks, gaps to the first and places won. What was classified officially goes first, as it was told. */
function rowsOf(
  totals: readonly Pick<Total, 'bib' | 'totalS' | 'bonusS' | 'origin'>[],
  before: readonly Bib[],
  official: ClassificationEvent | undefined,
): GeneralRow[] {
  const firstS = totals[0]?.totalS ?? 0;
  const ours = new Map(totals.map((total) => [total.bib, { ...total, behindS: total.totalS - firstS }]));
  const told = (official?.rows ?? []).map(({ bib, value }) => {
    const bonusS = ours.get(bib)?.bonusS ?? 0;
    ours.delete(bib);
    return { bib, behindS: value, bonusS, origin: 'timed' as const };
  });
  const rows = [...told, ...ours.values()];
  const present = new Set(rows.map(({ bib }) => bib));
  const rankBefore = new Map(before.filter((bib) => present.has(bib)).map((bib, index) => [bib, index + 1]));
  return rows.map(({ bib, behindS, bonusS, origin }, index) => ({
    rank: index + 1,
    bib,
    behindS,
    moved: (rankBefore.get(bib) ?? index + 1) - (index + 1),
    bonusS,
    origin,
  }));
}
